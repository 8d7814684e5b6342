import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { settlePeriod } from "../../pipelines/settle.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { complaints } from "../workspaces/complaint.ts";
import { csv, withDeals, won } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

// what the shares of a deal come to, as plans/splits.csv writes them and a plan allows them

const seller = { role: "account_executive", team: "North", region: "East", hired_on: "2024-02-01" };
const person = (id: string, crm_user_id: string) => ({
  person_id: id,
  name: id,
  crm_user_id,
  ...seller,
});
const shares = (opportunity_id: string, credit_share: number, ...people: readonly string[]) =>
  people.map((person_id) => ({ opportunity_id, person_id, credit_share }));

let folder: string;

beforeAll(async () => {
  folder = writeWorkspace({
    ...withDeals(
      won("D1", { Amount: "162868.48" }),
      won("D2", { Amount: "1000", CloseDate: "2026-04-02" }),
      won("D3", { Amount: "100", CloseDate: "2026-05-02" }),
      won("D4", { CloseDate: "2026-06-02" }),
      won("D5", { Amount: "80", CloseDate: "2026-02-02" }),
    ),
    "people/roster.csv": csv(person("ann", "U1"), person("bob", "U2"), person("cyd", "U3")),
    "plans/splits.csv": csv(
      ...shares("D1", 0.334, "ann", "bob", "cyd"),
      ...shares("D2", 0.5, "bob"),
      ...shares("D3", 0.333, "ann", "bob", "cyd"),
      { opportunity_id: "D4", person_id: "ann", credit_share: "" },
      ...shares("D5", 1, "ann"),
      { opportunity_id: "D5", person_id: "bob", credit_share: 0 },
      { opportunity_id: "D5", person_id: "cyd", credit_share: "", pay_share: 0 },
    ),
  });
  await rebuildWarehouse(folder);
}, 120_000);

/** A plan of a month that pays a tenth. */
const settled = (period: string, total: string) => {
  rmSync(join(folder, "plans/compensation"), { recursive: true, force: true });
  const text = `plan: Sales\neffective_from: ${period}-01\neffective_until: ${period}-28\nsplit_total: ${total}\ncomponents:\n  - { name: All, quota: none, rate: 0.1 }\n`;
  writeFiles(folder, { "plans/compensation/sales.yaml": text });
  return complaints(() => settlePeriod(openWorkspace(folder), period));
};

const credited = () =>
  asking(folder, (warehouse) =>
    rowsOf(
      warehouse,
      "select rep_id, amount_cents::integer as cents from commission_credit order by rep_id",
    ),
  );

describe("shares of a deal that a plan asks to be the whole", () => {
  test("are the whole, to the cent, where thirds are written with a few decimals", async () => {
    // 162,868.48 in three: 54,289.4933… each, the cent that is left to the first
    expect(await settled("2026-03", "exact")).toEqual([]);
    const thirds = [
      { rep_id: "ann", cents: 5_428_950 },
      { rep_id: "bob", cents: 5_428_949 },
      { rep_id: "cyd", cents: 5_428_949 },
    ];
    expect(await credited()).toEqual(thirds);
    // 0.334 three times is more than at_most allows, but for what a third is rounded by
    expect(await settled("2026-03", "at_most")).toEqual([]);
    expect(await credited()).toEqual(thirds);
  });

  test("are what is written where the plan allows anything, or less than the whole", async () => {
    // 0.334 × 162,868.48 = 54,398.07232 each, 163,194.216… in all
    expect(await settled("2026-03", "any")).toEqual([]);
    expect(await credited()).toEqual([
      { rep_id: "ann", cents: 5_439_808 },
      { rep_id: "bob", cents: 5_439_807 },
      { rep_id: "cyd", cents: 5_439_807 },
    ]);
    expect(await settled("2026-05", "at_most")).toEqual([]);
    expect(await credited()).toEqual([
      { rep_id: "ann", cents: 3_330 },
      { rep_id: "bob", cents: 3_330 },
      { rep_id: "cyd", cents: 3_330 },
    ]);
    expect(await settled("2026-05", "exact")).toEqual([]);
    expect(await credited()).toEqual([
      { rep_id: "ann", cents: 3_334 },
      { rep_id: "bob", cents: 3_333 },
      { rep_id: "cyd", cents: 3_333 },
    ]);
  });

  test("are none where they are nothing, be it of credit or of pay", async () => {
    expect(await settled("2026-02", "exact")).toEqual([]);
    expect(await credited()).toEqual([{ rep_id: "ann", cents: 8_000 }]);
  });

  test("are refused where they leave a part of the deal to nobody", async () => {
    expect(await settled("2026-04", "exact")).toEqual([
      'shares of D2 sum to 50 %\n  in plans/splits.csv, line 5\n  Let them sum to 1, or say split_total in the plan "Sales".',
    ]);
    expect(await settled("2026-06", "exact")).toEqual([
      'shares of D4 sum to 0 %\n  in plans/splits.csv, line 9\n  Let them sum to 1, or say split_total in the plan "Sales".',
    ]);
    expect(await settled("2026-04", "at_most")).toEqual([]);
    expect(await credited()).toEqual([{ rep_id: "bob", cents: 50_000 }]);
  });
});
