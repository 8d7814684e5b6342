import { beforeAll, describe, expect, test } from "vitest";
import { closePeriod } from "../../pipelines/close.ts";
import { knownCredits, readSeals, type Seal } from "../../pipelines/compensation/seals.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { csv, firstDrop, lost, small, won } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

// why pay of closed periods is another goes by what the last of them knew, not by what the first did

const plan = `plan: Sellers
covers: { people: [ann] }
effective_from: 2026-01-01
effective_until: 2026-12-31
components:
  - { name: Bookings, quota: none, rate: 0.1 }
`;

const corrected = (amount: string) => won("D1", { CloseDate: "2026-04-10", Amount: amount });
const moved = (date: string) => won("D2", { CloseDate: date, Amount: "1000.00" });
const late = { CloseDate: "2026-05-20", Amount: "500.00" };
const same = won("D3", { CloseDate: "2026-05-05", Amount: "300.00" });

let folder: string;
const told: string[][] = [];

/** What a drop has told late in the open, and is closed with. */
async function closedAfter(drop: string, rows: readonly ReturnType<typeof won>[], period: string) {
  writeFiles(folder, { [`exports/crm/${drop}/Opportunity.csv`]: csv(...rows) });
  await rebuildWarehouse(folder);
  const sql = `select concat_ws(' ', opportunity_id, late_of, amount_cents, cause) as told
    from commission_line where period_start = date '${period}-01' and cause like 'retroactive%'
    order by told`;
  const lines = await asking(folder, (warehouse) => rowsOf<{ told: string }>(warehouse, sql));
  told.push(lines.map((line) => line.told));
  await closePeriod(openWorkspace(folder), period);
}

const seals = () => readSeals(openWorkspace(folder), "2026-12-31");

beforeAll(async () => {
  folder = writeWorkspace({
    ...small,
    "plans/compensation/sellers.yaml": plan,
    [`${firstDrop}/Opportunity.csv`]: csv(corrected("600.00"), moved("2026-04-20"), same),
  });
  await rebuildWarehouse(folder);
  await closePeriod(openWorkspace(folder), "2026-05");
  const first = [corrected("900.00"), moved("2026-06-20"), same, won("L1", late)];
  await closedAfter("2026-07-10", first, "2026-06");
  const second = [corrected("600.00"), moved("2026-04-20"), same, lost("L1", late)];
  await closedAfter("2026-08-10", second, "2026-07");
  await closedAfter("2026-09-10", [corrected("900.00"), same, won("L1", late)], "2026-08");
}, 240_000);

describe("pay of closed periods that comes out otherwise", () => {
  test("is told by what changed first", () => {
    expect(told[0]).toEqual([
      "D1 2026-04-01 3000 retroactive: corrected amount",
      "D2 2026-04-01 -10000 retroactive: corrected deal",
      "L1 2026-05-01 5000 retroactive: late deal",
    ]);
  });

  test("is told by what changed back since the last close", () => {
    expect(told[1]).toEqual([
      "D1 2026-04-01 -3000 retroactive: corrected amount",
      "D2 2026-04-01 10000 retroactive: corrected deal",
      "D2 2026-06-01 -10000 retroactive: corrected deal",
      "L1 2026-05-01 -5000 retroactive: deal taken out",
    ]);
  });

  test("is told as it was told first where it changes once more", () => {
    expect(told[2]).toEqual([
      "D1 2026-04-01 3000 retroactive: corrected amount",
      "L1 2026-05-01 5000 retroactive: late deal",
    ]);
  });

  test("comes to what today's deals pay", async () => {
    const sql = "select sum(amount_cents)::integer as paid from commission_line";
    const rows = await asking(folder, (warehouse) => rowsOf<{ paid: number }>(warehouse, sql));
    expect(rows).toEqual([{ paid: 9_000 + 10_000 + 3_000 + 5_000 }]);
  });
});

describe("a seal", () => {
  const idOf = (credit: string) => credit.split("/")[0] ?? "";

  test("holds credits that earlier ones don't hold or hold otherwise, and names those that are gone", () => {
    const news = seals().map(({ label, plans }) => {
      const [{ credits = [], withdrawn = [] } = {}] = plans;
      const ids = credits.map(
        ({ credit_id, amount_cents }) => `${idOf(credit_id)} ${amount_cents}`,
      );
      return [label, ...ids.sort(), ...withdrawn.map((id) => `${idOf(id)} gone`)];
    });
    expect(news).toEqual([
      ["2026-04", "D1 60000", "D2 100000"],
      ["2026-05", "D3 30000"],
      ["2026-06", "D1 90000", "D2 100000", "L1 50000"],
      ["2026-07", "D1 60000", "D2 100000", "L1 gone"],
      ["2026-08", "D1 90000", "L1 50000"],
    ]);
  });

  test("that was made before they were named leaves all that it holds known", () => {
    const old = seals().map((seal) => ({
      ...seal,
      plans: seal.plans.map(({ withdrawn: _, ...kept }) => kept),
    }));
    const known = (given: readonly Seal[]) =>
      [...knownCredits(given.slice(0, 4)).values()].map(({ credit_id }) => idOf(credit_id)).sort();
    expect(known(seals())).toEqual(["D1", "D2", "D3"]);
    expect(known(old)).toEqual(["D1", "D2", "D3", "L1"]);
  });
});
