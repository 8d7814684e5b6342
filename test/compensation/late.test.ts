import { beforeAll, describe, expect, test } from "vitest";
import { closePeriod } from "../../pipelines/close.ts";
import { explainRows } from "../../pipelines/compensation/explain-words.ts";
import { explainLine } from "../../pipelines/explain.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { csv, firstDrop, lost, small, won } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

const planOf = (name: string, person: string, components: string) => `plan: ${name}
covers: { people: [${person}] }
effective_from: 2026-01-01
effective_until: 2026-12-31
components:
${components}`;

const invoice = {
  account_id: "A1",
  opportunity_id: "D4",
  due_on: "2026-07-31",
  amount: 300,
  currency: "USD",
};

const files = {
  ...small,
  "plans/compensation/sellers.yaml": planOf(
    "Sellers",
    "ann",
    `  - { name: Bookings, quota: none, rate: 0.05 }
  - { name: Later, quota: none, rate: 0.01, hold_days: 30 }
`,
  ),
  "plans/compensation/others.yaml": planOf(
    "Others",
    "bob",
    "  - { name: Bookings, quota: none, rate: 0.1 }\n",
  ),
  [`${firstDrop}/Opportunity.csv`]: csv(
    won("D1", { Amount: "1500.00", CloseDate: "2026-04-10" }),
    won("D2", { Amount: "1000.00", CloseDate: "2026-05-05" }),
    won("D3", { Amount: "500.00", CloseDate: "2026-05-06" }),
    won("D4", { Amount: "300.00", CloseDate: "2026-04-02", OwnerId: "U2" }),
    won("D5", { Amount: "200.00", CloseDate: "2026-04-20" }),
  ),
  "finance/invoices.csv": csv(
    { ...invoice, invoice_id: "I1", issued_on: "2026-04-03", kind: "invoice" },
    { ...invoice, invoice_id: "N1", issued_on: "2026-06-03", amount: 100, kind: "credit_note" },
  ),
};

interface Line {
  readonly line_id: string;
  readonly told: string;
}

describe("pay of closed periods that comes out otherwise", () => {
  let folder: string;
  let lines: Line[];
  const toldLines = (where: string) =>
    asking(folder, (warehouse) =>
      rowsOf<Line>(
        warehouse,
        `select line_id, concat_ws(' ', rep_id, component, opportunity_id, late_of, late_rule,
           amount_cents, cause) as told
         from commission_line where ${where} order by told`,
      ),
    );

  // D1 is shared with Bob, who is under another plan; D2 is lost and D3 deleted
  beforeAll(async () => {
    folder = writeWorkspace(files);
    await rebuildWarehouse(folder);
    await closePeriod(openWorkspace(folder), "2026-05");
    const half = {
      opportunity_id: "D1",
      role: "owner",
      credit_share: 0.5,
      recorded_on: "2026-07-05",
    };
    writeFiles(folder, {
      "plans/splits.csv": csv({ ...half, person_id: "ann" }, { ...half, person_id: "bob" }),
      "exports/crm/2026-07-10/Opportunity.csv": csv(
        lost("D2", { Amount: "1000.00", CloseDate: "2026-05-05" }),
        won("D3", { Amount: "500.00", CloseDate: "2026-05-06", IsDeleted: "true" }),
      ),
    });
    await rebuildWarehouse(folder);
    lines = await toldLines("late_of is not null or cause = 'reversal'");
  }, 120_000);

  const explained = async (start: string) => {
    const line = lines.find(({ told }) => told.startsWith(start));
    const rows = explainRows(await explainLine(openWorkspace(folder), line?.line_id ?? ""));
    return Object.fromEntries(rows);
  };

  test("is a changed split for both, whoever keeps the credit and whichever plan pays", () => {
    expect(lines.map(({ told }) => told)).toEqual([
      "ann Bookings D1 2026-04-01 -3750 retroactive: changed split",
      "ann Bookings D2 2026-05-01 -5000 retroactive: deal taken out",
      "ann Bookings D3 2026-05-01 -2500 retroactive: deal taken out",
      "ann Later 2026-04-01 hold 750 retroactive: earlier change",
      "ann Later 2026-05-01 hold 750 retroactive: earlier change",
      "ann Later D1 2026-04-01 -750 retroactive: changed split",
      "ann Later D2 2026-05-01 -1000 retroactive: deal taken out",
      "ann Later D3 2026-05-01 -500 retroactive: deal taken out",
      "bob Bookings D1 2026-04-01 7500 retroactive: changed split",
      "bob Bookings D4 -1000 reversal",
    ]);
  });

  test("is told as what was paid then and what it comes to now", async () => {
    expect((await explained("ann Bookings D1")).arithmetic).toBe(
      "paid 75.00 then, comes to 37.50 now: −37.50",
    );
    expect((await explained("bob Bookings D1")).arithmetic).toBe(
      "paid 0.00 then, comes to 75.00 now: 75.00",
    );
  });

  test("names the row that took a deal out, and what the deal is now", async () => {
    const gone = await explained("ann Bookings D2");
    expect(gone.export).toBe("exports/crm/2026-07-10/Opportunity.csv, line 2");
    expect(gone.deal).toBe("D2: Deal D2, lost, as told on 10 Jul 2026");
    const deleted = await explained("ann Bookings D3");
    expect(deleted.export).toBe("exports/crm/2026-07-10/Opportunity.csv, line 3");
    expect(deleted.deal).toBe("D3: Deal D3, deleted, as told on 10 Jul 2026");
  });

  test("names the rule that made it where it is of no credit", async () => {
    const held = await explained("ann Later 2026-04-01 hold");
    expect(held.cause).toBe(
      "a change to what came before it in a closed pay period: held until it falls due, 100 % when booked, 30 days later",
    );
    expect(held.arithmetic).toBe("came to −17.00 then, comes to −9.50 now: 7.50");
  });

  test("is told beside what a credit note takes back, with the row of the note and of the deal", async () => {
    const back = await explained("bob Bookings D4");
    expect(back["credit note"]).toBe("N1, finance/invoices.csv, line 3");
    expect(back.export).toBe("exports/crm/2026-06-30/Opportunity.csv, line 5");
  });

  test("tells of held pay when it falls due, and the bookings or payments behind it, as statements do", async () => {
    const [line] = await toldLines("rep_id = 'ann' and cause = 'release' and late_of is null");
    const rows = explainRows(await explainLine(openWorkspace(folder), line?.line_id ?? ""));
    const due = rows.filter(([name]) => name === "due").map(([, words]) => words);
    expect(due).toEqual(
      expect.arrayContaining([
        "100 % when booked, 30 days later",
        "Deal D5: 200.00 booked on 20 Apr 2026, × 1.0 % × 100 % = 2.00",
      ]),
    );
  });

  test("comes out the same when it is closed and settled again", async () => {
    await closePeriod(openWorkspace(folder), "2026-06");
    await rebuildWarehouse(folder);
    const again = await toldLines("late_of is not null or cause = 'reversal'");
    expect(again).toEqual(lines);
  }, 60_000);
});
