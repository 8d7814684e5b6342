import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { periodOf } from "../../../src/calendar.ts";
import { accruals } from "../../../src/compensation/accounting/accrual.ts";
import { type CostLine, costsOf, isEarned } from "../../../src/compensation/accounting/cost.ts";
import { monthNumber } from "../../../src/compensation/accounting/months.ts";

const line = (changes: Partial<CostLine>): CostLine => ({
  repId: "ann",
  component: "Bookings",
  cause: "credit",
  date: "2026-02-10",
  of: changes.date ?? "2026-02-10",
  opportunityId: null,
  amountCents: 0,
  ...changes,
});

const yearOf = (_: string, date: string) => date.slice(0, 4);
const quarterOf = (_: string, date: string) => periodOf(date, "quarter", { startMonth: 1 }).label;
const costs = (...lines: readonly CostLine[]) =>
  costsOf(lines, yearOf).map(({ opportunityId, cents }) => [opportunityId, cents]);

/** The sums of deals, measured by quarter. */
function byDeal(lines: readonly CostLine[]) {
  const sums: Record<string, number> = {};
  for (const { opportunityId, cents } of costsOf(lines, quarterOf)) {
    const deal = opportunityId ?? "none";
    sums[deal] = (sums[deal] ?? 0) + cents;
  }
  return sums;
}

describe("costs by deal", () => {
  test("what is of no deal is shared out over the person's deals of the measure period up to then", () => {
    expect(
      costs(
        line({ opportunityId: "D1", amountCents: 200 }),
        line({ opportunityId: "D2", amountCents: 100 }),
        line({ opportunityId: "D3", amountCents: 900, repId: "bob" }),
        line({ opportunityId: "D4", amountCents: 900, date: "2026-03-02" }),
        line({ cause: "multiplier", amountCents: -100, date: "2026-02-28" }),
      ),
    ).toEqual([
      ["D1", 200],
      ["D2", 100],
      ["D1", -67],
      ["D2", -33],
      ["D4", 900],
      ["D3", 900],
    ]);
  });

  // D2's 2,000 are gated to 0: what D1 was paid in the quarter before isn't touched
  test("a gate takes nothing of deals of another measure period", () => {
    const lines = [
      line({ opportunityId: "D1", amountCents: 1_000_000 }),
      line({ opportunityId: "D2", amountCents: 200_000, date: "2026-05-04" }),
      line({ cause: "gate", amountCents: -200_000, date: "2026-05-31" }),
    ];
    expect(byDeal(lines)).toEqual({ D1: 1_000_000, D2: 0 });
  });

  test("one that is told late is of the deals of the period that it belongs to", () => {
    const late = { cause: "retroactive: changed plan", date: "2026-05-31", of: "2026-01-01" };
    const lines = [
      line({ opportunityId: "D1", amountCents: 1_000 }),
      line({ opportunityId: "D2", amountCents: 500, date: "2026-05-04" }),
      line({ ...late, amountCents: -300 }),
    ];
    expect(byDeal(lines)).toEqual({ D1: 700, D2: 500 });
  });

  test("what a returned deal of an earlier period needn't give back is that deal's", () => {
    const lines = [
      line({ opportunityId: "D1", amountCents: 1_000 }),
      line({ cause: "gate", amountCents: -1_000, date: "2026-02-28" }),
      line({ opportunityId: "D2", amountCents: 500, date: "2026-05-04" }),
      line({ cause: "reversal", opportunityId: "D1", amountCents: -1_000, date: "2026-05-05" }),
      line({ cause: "reversal", amountCents: 1_000, date: "2026-05-31" }),
    ];
    expect(byDeal(lines)).toEqual({ D1: 0, D2: 500 });
  });

  // what a pro-rata budget holds back until its component ends is half of all pay, not all of D1's
  test("a budget is of all deals of its component", () => {
    const lines = [
      line({ opportunityId: "D1", amountCents: 600, date: "2026-03-10" }),
      line({ cause: "budget", amountCents: -600, date: "2026-03-31" }),
      line({ opportunityId: "D2", amountCents: 600, date: "2026-04-10" }),
      line({ cause: "budget", amountCents: -600, date: "2026-04-30" }),
      line({ cause: "budget", amountCents: 600, date: "2026-05-31" }),
    ];
    expect(byDeal(lines)).toEqual({ D1: 300, D2: 300 });
  });

  test("a gate that opens gives back to each deal what it took", () => {
    const lines = [
      line({ opportunityId: "D1", amountCents: 1_000 }),
      line({ cause: "gate", amountCents: -1_000, date: "2026-02-28" }),
      line({ opportunityId: "D2", amountCents: 500, date: "2026-03-04" }),
      line({ cause: "gate", amountCents: 1_000, date: "2026-03-31" }),
    ];
    expect(byDeal(lines)).toEqual({ D1: 1_000, D2: 500 });
  });

  test("of a period without deals, or of all components together, it stays of none", () => {
    expect(
      costs(
        line({ opportunityId: "D1", amountCents: 200 }),
        line({ cause: "multiplier", amountCents: 50, date: "2027-01-31" }),
        line({ cause: "capped", component: null, amountCents: -20, date: "2026-02-28" }),
      ),
    ).toEqual([
      ["D1", 200],
      [null, 50],
      [null, -20],
    ]);
  });

  test("when something is paid changes nothing that it cost", () => {
    expect(
      costs(
        line({ opportunityId: "D1", amountCents: 200 }),
        line({ cause: "hold", amountCents: -100 }),
        line({ cause: "release", amountCents: 100, date: "2026-05-01" }),
        line({ cause: "draw", component: null, amountCents: 500 }),
      ),
    ).toEqual([["D1", 200]]);
  });
});

const anyLines = fc.array(
  fc.record({
    repId: fc.constantFrom("ann", "bob"),
    component: fc.constantFrom("A", "B", null),
    cause: fc.constantFrom("credit", "multiplier", "budget", "hold", "release", "reversal", "draw"),
    date: fc.constantFrom("2026-01-15", "2026-01-31", "2026-04-30", "2027-02-01"),
    of: fc.constantFrom("2026-01-01", "2026-04-01"),
    opportunityId: fc.constantFrom("D1", "D2", null),
    amountCents: fc.integer({ min: -100_000, max: 100_000 }),
  }),
  { maxLength: 20 },
);

const anyStatements = fc.array(
  fc.record({
    on: fc.constantFrom("2026-01-31", "2026-04-30"),
    toppedUpCents: fc.nat(1_000),
    advancedCents: fc.nat(1_000),
    recoveredCents: fc.nat(1_000),
    paidCents: fc.nat(100_000),
  }),
  { maxLength: 6 },
);

describe("of any lines", () => {
  test("costs sum to what is earned, month by month", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        for (const date of new Set(lines.map((one) => one.date))) {
          const earned = lines.filter((one) => isEarned(one) && one.date === date);
          const told = costsOf(lines, yearOf).filter((one) => one.date === date);
          expect(told.reduce((sum, { cents }) => sum + cents, 0)).toBe(
            earned.reduce((sum, { amountCents }) => sum + amountCents, 0),
          );
        }
      }),
    );
  });

  test("accruals and advances roll forward to the cent, and tell all that is paid", () => {
    fc.assert(
      fc.property(anyLines, anyStatements, (lines, statements) => {
        const rows = accruals(lines, statements, monthNumber("2027-03-01"));
        let [owed, advanced] = [0, 0];
        for (const row of rows) {
          expect([row.openingCents, row.advanceOpeningCents]).toEqual([owed, advanced]);
          owed += row.earnedCents + row.guaranteedCents - row.settledCents;
          advanced += row.advancedCents - row.recoveredCents;
          expect([row.closingCents, row.advanceClosingCents]).toEqual([owed, advanced]);
          expect(row.paidCents).toBe(row.settledCents + row.advancedCents - row.recoveredCents);
        }
        expect(rows.reduce((sum, { paidCents }) => sum + paidCents, 0)).toBe(
          statements.reduce((sum, { paidCents }) => sum + paidCents, 0),
        );
      }),
    );
  });
});
