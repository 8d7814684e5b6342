import { beforeAll, describe, expect, test } from "vitest";
import { type Loaded, load, rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { csv, type Fields, small, withDeals, won } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

// who leaves and is hired again keeps what they earned before, and is away in between

const person = (id: string, crm_user_id: string, role: string, days: Fields): Fields => ({
  person_id: id,
  name: id,
  crm_user_id,
  role,
  team: "North",
  region: "East",
  ...days,
});
const from = (day: string) => ({ hired_on: day, effective_from: day, recorded_on: day });
const twice = (id: string, user: string, role: string, again: string): Fields[] => [
  person(id, user, role, { ...from("2024-02-01"), left_on: "2026-02-20" }),
  person(id, user, role, from(again)),
];

describe("pay of who is hired again", () => {
  let folder: string;

  beforeAll(async () => {
    folder = writeWorkspace({
      ...withDeals(
        won("D1", { Amount: "600", CloseDate: "2026-02-10" }),
        won("D2", { Amount: "600", CloseDate: "2026-03-25" }),
      ),
      "people/roster.csv": csv(
        ...twice("ann", "U1", "account_executive", "2026-03-15"),
        ...twice("bob", "U2", "development_rep", "2026-04-16"),
      ),
      "plans/compensation/sales.yaml": `plan: Sales
covers: { roles: account_executive }
effective_from: 2026-01-01
components:
  - name: New
    period: quarter
    quota: 1000
    rate: { rule: marginal, tiers: [{ from: 0, rate: 0.1 }, { from: 1, rate: 0.2 }] }
`,
      "plans/compensation/development.yaml": `plan: Development
covers: { roles: development_rep }
effective_from: 2026-01-01
draw: { kind: non_recoverable, amount: 868 }
components:
  - { name: New, quota: none, rate: 0.1 }
`,
    });
    await rebuildWarehouse(folder);
  }, 120_000);

  const told = (query: string) =>
    asking(folder, async (warehouse) => {
      const rows = await rowsOf<Record<string, string | number>>(warehouse, query);
      return rows.map((row) => Object.values(row).join(" "));
    });

  test("goes on with what they earned before, on a quota without the days between", async () => {
    // 22 of the quarter's 90 days they were away: a quota of 1,000 × 68 / 90 = 755.56
    const query =
      "select quota_cents from commission_attainment where holder_id = 'ann' and period_start = '2026-01-01'";
    expect(await told(query)).toEqual(["75556"]);
    // 600.00 × 10 %; then 155.56 × 10 % + 444.44 × 20 % = 15.56 + 88.89
    expect(
      await told(`select opportunity_id, sum(amount_cents)::integer from commission_line
        where rep_id = 'ann' group by opportunity_id order by all`),
    ).toEqual(["D1 6000", "D2 10444"]);
  });

  test("draws nothing for the days between", async () => {
    // 868 a month from that of the first deal: 20 of 28 days of February, none of March, 15 of April's 30
    expect(
      await told(`select period_start, paid_cents from commission_statement
        where rep_id = 'bob' order by all`),
    ).toEqual(["2026-02-01 62000", "2026-04-01 43400", "2026-05-01 86800", "2026-06-01 86800"]);
  });
});

const stints = async (all: Loaded["all"]) => {
  const rows = await all<Record<string, string | null>>(
    "select rep_id, hired_on, left_on from rep_stint order by rep_id, stint",
  );
  return rows.map((row) => Object.values(row).join(" "));
};
const rostered = (...people: readonly Fields[]) => ({ "people/roster.csv": csv(...people) });
const seller = (id: string, days: Fields) =>
  person(id, id === "ann" ? "U1" : "U2", "account_executive", days);

describe("stints of a roster", () => {
  test("go from a hire to the day of leaving, or that before the next hire", async () => {
    const { all } = await load({
      ...small,
      ...rostered(
        seller("ann", { ...from("2024-02-01"), left_on: "2025-06-30" }),
        seller("ann", from("2026-01-10")),
        // a move, with and without the day of hire, is no hire
        seller("ann", { ...from("2026-02-01"), hired_on: "2026-01-10", left_on: "2026-03-31" }),
        seller("ann", from("2026-08-01")), // yet to come
        seller("bob", from("2024-02-01")),
        seller("bob", { ...from("2025-01-01"), hired_on: "" }),
        seller("bob", { ...from("2026-01-01"), left_on: "2026-12-31" }),
      ),
    });
    expect(await stints(all)).toEqual([
      "ann 2024-02-01 2025-06-30",
      "ann 2026-01-10 2026-03-31",
      "bob 2024-02-01 2025-12-31",
      "bob 2026-01-01 ", // who is to leave hasn't
    ]);
  }, 60_000);

  test("are told by rows that don't say from when they hold; a hire put right is no other one", async () => {
    const { all } = await load({
      ...small,
      ...rostered(
        seller("ann", { hired_on: "2024-02-01", left_on: "2026-02-20" }),
        seller("ann", { hired_on: "2026-03-15" }),
        seller("bob", { hired_on: "2026-03-01", recorded_on: "2026-02-01" }),
        seller("bob", { hired_on: "2026-03-15", recorded_on: "2026-02-25" }),
        person("cyd", "U3", "account_executive", { left_on: "2026-02-20" }),
        person("cyd", "U3", "account_executive", { hired_on: "2026-03-15" }),
      ),
    });
    expect(await stints(all)).toEqual([
      "ann 2024-02-01 2026-02-20",
      "ann 2026-03-15 ",
      "bob 2026-03-15 ",
      "cyd  2026-02-20",
      "cyd 2026-03-15 ",
    ]);
  }, 60_000);

  test("outlast a row that is edited in place, and one that is deleted", async () => {
    const ann = (hired_on: string, left_on = "") => seller("ann", { hired_on, left_on });
    const bob = (hired_on: string) => seller("bob", { hired_on });
    const folder = writeWorkspace(small);
    const rebuilt = async (asOf: string, ...people: readonly Fields[]) => {
      writeFiles(folder, rostered(...people));
      await rebuildWarehouse(folder, asOf);
      return asking(folder, (warehouse) => stints((query) => rowsOf(warehouse, query)));
    };
    const left = "ann 2024-02-01 2026-07-05";
    expect(await rebuilt("2026-07-10", ann("2024-02-01", "2026-07-05"), bob("2026-06-15"))).toEqual(
      [left, "bob 2026-06-15 "],
    );
    expect(await rebuilt("2026-07-31", ann("2026-07-20"), bob("2026-06-20"))).toEqual([
      left,
      "ann 2026-07-20 ",
      "bob 2026-06-20 ",
    ]);
    expect(await rebuilt("2026-08-10", bob("2026-06-20"))).toEqual([
      left,
      "ann 2026-07-20 2026-08-10",
      "bob 2026-06-20 ",
    ]);
  }, 240_000);
});
