import type { PlainDate } from "../../calendar.ts";
import { type CostLine, isEarned } from "./cost.ts";
import { type MonthNumber, monthNumber } from "./months.ts";

/** A pay period of a person that is paid; whole minor units. */
export interface PaidStatement {
  /** The day on which it is paid. */
  readonly on: PlainDate;
  /** Guaranteed beyond what was earned, and not to be given back. */
  readonly toppedUpCents: number;
  readonly advancedCents: number;
  readonly recoveredCents: number;
  readonly paidCents: number;
}

/**
 * A month of what is earned and not paid yet, and of what was paid in advance:
 * opening + earned + guaranteed − settled = closing, opening + advanced − recovered = closing, and what
 * is paid out is what is settled and advanced less what is recovered.
 */
export interface Accrual {
  readonly month: MonthNumber;
  readonly openingCents: number;
  readonly earnedCents: number;
  /** Paid beyond what was earned and not to be given back: due as it is paid. */
  readonly guaranteedCents: number;
  readonly settledCents: number;
  readonly closingCents: number;
  readonly advanceOpeningCents: number;
  readonly advancedCents: number;
  readonly recoveredCents: number;
  readonly advanceClosingCents: number;
  readonly paidCents: number;
}

type Flows = Pick<
  Accrual,
  | "earnedCents"
  | "guaranteedCents"
  | "settledCents"
  | "advancedCents"
  | "recoveredCents"
  | "paidCents"
>;

/** What is earned and unpaid month by month, without a gap. */
export function accruals(
  lines: readonly CostLine[],
  statements: readonly PaidStatement[],
  through: MonthNumber,
): Accrual[] {
  const byMonth = flowsByMonth(lines, statements);
  const rows: Accrual[] = [];
  for (let month = Math.min(...byMonth.keys()); month <= through; month++) {
    const before = rows.at(-1);
    const flows = byMonth.get(month) ?? noFlows;
    const [opening, advanced] = [before?.closingCents ?? 0, before?.advanceClosingCents ?? 0];
    rows.push({
      month,
      ...flows,
      openingCents: opening,
      closingCents: opening + flows.earnedCents + flows.guaranteedCents - flows.settledCents,
      advanceOpeningCents: advanced,
      advanceClosingCents: advanced + flows.advancedCents - flows.recoveredCents,
    });
  }
  return rows;
}

const noFlows: Flows = {
  earnedCents: 0,
  guaranteedCents: 0,
  settledCents: 0,
  advancedCents: 0,
  recoveredCents: 0,
  paidCents: 0,
};

function flowsByMonth(lines: readonly CostLine[], statements: readonly PaidStatement[]) {
  const byMonth = new Map<MonthNumber, Flows>();
  const add = (on: PlainDate, flows: Partial<Flows>) => {
    const month = monthNumber(on);
    byMonth.set(month, plus(byMonth.get(month) ?? noFlows, { ...noFlows, ...flows }));
  };
  for (const line of lines) {
    if (isEarned(line)) add(line.date, { earnedCents: line.amountCents });
  }
  for (const one of statements) {
    const { toppedUpCents, advancedCents, recoveredCents, paidCents } = one;
    const settledCents = paidCents - advancedCents + recoveredCents;
    const flows = { settledCents, advancedCents, recoveredCents, paidCents };
    add(one.on, { guaranteedCents: toppedUpCents, ...flows });
  }
  return byMonth;
}

const plus = (a: Flows, b: Flows): Flows => ({
  earnedCents: a.earnedCents + b.earnedCents,
  guaranteedCents: a.guaranteedCents + b.guaranteedCents,
  settledCents: a.settledCents + b.settledCents,
  advancedCents: a.advancedCents + b.advancedCents,
  recoveredCents: a.recoveredCents + b.recoveredCents,
  paidCents: a.paidCents + b.paidCents,
});
