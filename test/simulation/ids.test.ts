import { expect, it } from "vitest";
import { moneyText } from "../../src/simulation/csv.ts";
import { recordId, withSuffix } from "../../src/simulation/salesforce/ids.ts";

it("record ids carry Salesforce's case suffix", () => {
  // one bit for each capital of three blocks of five: Z and T stand at 1 and 3 of the last block
  expect(withSuffix("00570000001ZwTi")).toBe("00570000001ZwTiAAK");
});

it("record ids have their object's prefix and don't repeat", () => {
  const ids = Array.from({ length: 4000 }, (_, number) => recordId("Opportunity", number));
  expect(new Set(ids).size).toBe(4000);
  expect(ids.every((id) => /^006[0-9A-Za-z]{15}$/.test(id))).toBe(true);
});

it("money is written in major units", () => {
  expect([0, 5, -5, 120, 4_500_050, -4_500_000].map(moneyText)).toEqual([
    "0",
    "0.05",
    "-0.05",
    "1.20",
    "45000.50",
    "-45000",
  ]);
});
