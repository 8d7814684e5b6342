import { expect, test } from "vitest";
import { roleHeading } from "../../src/narrative/role.ts";
import { type SpreadFacts, spreadAnswer } from "../../src/narrative/spread.ts";

const facts: SpreadFacts = {
  currency: "USD",
  currency_digits: 2,
  label: "FY27-Q1",
  role: "account_executive",
  min_cell: 5,
  bookings: { lower_quartile: 20e6, median: 42e6, upper_quartile: 60e6, n: 31 },
  compared: "with a quota",
  attainment: null,
  win_rate: null,
  teams: [],
};

test("the median is that of one role, which the sentence names", () => {
  expect(spreadAnswer(facts).sentence).toBe(
    "In FY27 Q1, the latest complete quarter, the median account executive of 31 with a quota booked USD 420 k; half booked between 200 k and 600 k.",
  );
  expect(spreadAnswer({ ...facts, role: null }).sentence).toContain("the median rep of 31");
});

test("the remark on missing figures names the company's minimum", () => {
  expect(spreadAnswer(facts).aside).toContain("fewer than 5 deals stand behind");
});

test("a role reads as prose", () => {
  expect(roleHeading("account_manager")).toBe("Account managers");
});
