import Fraction from "fraction.js";
import type { Period, PlainDate } from "../../calendar.ts";
import { one, shareOut } from "../exact.ts";
import type { PayLine } from "../line.ts";
import type { ComponentTerms } from "../plan/terms.ts";
import type { Run } from "../pricing/run.ts";
import { lineOf } from "./adjust.ts";
import { type Paid, paidBy } from "./paid.ts";

export interface PoolInput {
  readonly component: ComponentTerms;
  /** Of one team. */
  readonly paid: readonly Paid[];
  readonly monthEnds: readonly PlainDate[];
  readonly membersOf: (team: string, period: Period) => readonly string[];
  /** A member's part of what the pool is shared by, in a run's period up to the end of a month. */
  readonly weightOf: (member: string, run: Run, monthEnd: PlainDate) => number;
  readonly payPeriodOf: (date: PlainDate) => Period;
}

/** Shares what a team's pool has paid to date among its members; a line is the change of a share. */
export function sharePool(input: PoolInput, lines: PayLine[]): void {
  const runs = [...new Set(input.paid.map(({ run }) => run))];
  for (const run of runs) shareRun(input, run, lines);
}

function shareRun(input: PoolInput, run: Run, lines: PayLine[]): void {
  const { component, payPeriodOf, weightOf } = input;
  const paid = input.paid.filter((one) => one.run === run);
  const members = [...input.membersOf(run.holder, run.period)].sort();
  const { periodStart, periodEnd } = run.period;
  const months = input.monthEnds.filter((day) => day >= periodStart && day <= periodEnd);
  let told = members.map(() => 0);
  for (const monthEnd of months) {
    const pool = paidBy(paid, monthEnd);
    const weights = members.map((member) => Math.max(0, weightOf(member, run, monthEnd)));
    const shares = proportional(pool, weights);
    for (const [index, holder] of members.entries()) {
      const amountCents = (shares[index] ?? 0) - (told[index] ?? 0);
      if (amountCents === 0) continue;
      const line = lineOf({ holder }, component, monthEnd, payPeriodOf(monthEnd));
      lines.push({ ...line, cause: "pool", baseCents: pool, amountCents });
    }
    told = shares;
  }
}

/** In proportion, or evenly where nobody has a part. */
function proportional(pool: number, weights: readonly number[]): number[] {
  const isEven = weights.every((weight) => weight === 0);
  return shareOut(
    pool,
    weights.map((weight) => (isEven ? one : new Fraction(weight))),
  );
}
