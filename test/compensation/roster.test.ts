import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { closePeriod } from "../../pipelines/close.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { complaints } from "../workspaces/complaint.ts";
import { csv, withDeals, won } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

// who is deleted from the roster, moved or taken out of a plan keeps what they have earned

const seller = {
  role: "account_executive",
  team: "North",
  region: "East",
  hired_on: "2024-02-01",
};
const ann = { person_id: "ann", name: "Ann", crm_user_id: "U1", ...seller };
const quotas = {
  "plans/quotas.csv": csv(
    { entity_type: "rep", entity_id: "ann", period: "FY26", amount: 100000 },
    { entity_type: "rep", entity_id: "bob", period: "FY26", amount: 100000 },
  ),
};
const bob = { person_id: "bob", name: "Bob", crm_user_id: "U2", ...seller };
const roster = (...people: readonly Record<string, string>[]) => ({
  "people/roster.csv": csv(...people),
});
const file = "plans/compensation/sales.yaml";
const plan = (covers: string) =>
  `plan: Sales\ncovers: ${covers}\neffective_from: 2026-01-01\ncomponents:\n  - { name: All, rate: 0.1 }\n`;

const statements = (folder: string) =>
  asking(folder, async (warehouse) => {
    const rows = await rowsOf<Record<string, string | number>>(
      warehouse,
      "select rep_id, period_start, paid_cents, advanced_cents from commission_statement order by all",
    );
    return rows.map((row) => Object.values(row).join(" "));
  });

let folder: string;
const before = [
  "ann 2026-03-01 100000 0", // a tenth of 10,000
  "ann 2026-05-01 20000 0",
  "bob 2026-03-01 50000 0",
];

beforeAll(async () => {
  folder = writeWorkspace({
    ...withDeals(
      won("D1", { Amount: "10000" }),
      won("D2", { Amount: "5000", OwnerId: "U2" }),
      won("D3", { Amount: "2000", CloseDate: "2026-05-04" }),
    ),
    ...roster(ann, bob),
    ...quotas,
    [file]: plan("{ roles: account_executive }"),
  });
  await rebuildWarehouse(folder);
  await closePeriod(openWorkspace(folder), "2026-03");
}, 120_000);

test("a quota of who is deleted on the day that recorded them says to put them back", async () => {
  const fresh = writeWorkspace({ ...withDeals(won("D1")), ...roster(ann, bob), ...quotas });
  await rebuildWarehouse(fresh);
  writeFiles(fresh, roster({ ...bob, person_id: "bab", crm_user_id: "U3" }, ann));
  // who was never recorded still has the id that was meant
  writeFiles(fresh, {
    "plans/quotas.csv": `${quotas["plans/quotas.csv"]}rep,anne,FY26,100000\n`,
  });
  expect(await complaints(() => rebuildWarehouse(fresh))).toEqual([
    'quota for an unknown rep: "bob"\n  in plans/quotas.csv, line 3, column entity_id\n  Put the row back into people/roster.csv, and give who left the last day as left_on.',
    'quota for an unknown rep: "anne"\n  in plans/quotas.csv, line 4, column entity_id\n  Did you mean "ann"?',
  ]);
}, 60_000);

test("a quota of who is recorded after the as-of stops nothing", async () => {
  const late = { ...bob, effective_from: "2026-08-01", recorded_on: "2026-08-01" };
  const early = writeWorkspace({ ...withDeals(won("D1")), ...roster(late, ann), ...quotas });
  expect(await complaints(() => rebuildWarehouse(early))).toEqual([]);
}, 60_000);

describe("deleting a person from the roster removes nothing earned", () => {
  test("who is in no row any more has left, with all that they sold before", async () => {
    expect(await statements(folder)).toEqual(before);
    const sealed = readFileSync(join(folder, "state/pay/2026-03.json"), "utf8");
    writeFiles(folder, roster(bob));
    await rebuildWarehouse(folder, "2026-07-10");
    expect(await statements(folder)).toEqual(before);
    expect(readFileSync(join(folder, "state/pay/2026-03.json"), "utf8")).toBe(sealed);
  }, 60_000);

  test("a roster that has lost somebody without a trace stops the rebuild", async () => {
    const fresh = writeWorkspace({
      ...withDeals(won("D2", { Amount: "5000", OwnerId: "U2" })),
      ...roster(bob),
      [file]: plan("{ roles: account_executive }"),
      "state/pay/2026-03.json": readFileSync(join(folder, "state/pay/2026-03.json")),
    });
    expect(await complaints(() => rebuildWarehouse(fresh))).toEqual([
      'person gone from the roster: "ann", paid in 2026-03\n  in people/roster.csv\n  Put the row back, and give who left the last day as left_on.',
    ]);
  }, 60_000);
});

test("whom a plan doesn't cover any more owes what closed periods paid, in the open", async () => {
  writeFiles(folder, { ...roster(ann, bob), [file]: plan("{ people: bob }") });
  await rebuildWarehouse(folder, "2026-07-10");
  expect(await statements(folder)).toEqual([
    "ann 2026-03-01 100000 0",
    "ann 2026-04-01 0 100000",
    "bob 2026-03-01 50000 0",
  ]);
}, 60_000);
