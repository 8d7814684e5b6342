import Fraction from "fraction.js";
import type { Period, PlainDate } from "../../calendar.ts";
import { shareOut } from "../exact.ts";
import type { PayLine } from "../line.ts";
import type { ComponentTerms } from "../plan/terms.ts";
import type { Run } from "../pricing/run.ts";
import { lineOf } from "./line-of.ts";
import { daysOf, firstAfter, isInTeam, lastBefore, type Member, workedDays } from "./member.ts";
import { type Paid, paidBy } from "./paid.ts";

export interface PoolInput {
  readonly component: ComponentTerms;
  /** Of one team. */
  readonly paid: readonly Paid[];
  /** Of the team at any time, in order. */
  readonly members: readonly Member[];
  readonly monthEnds: readonly PlainDate[];
  /** A member's part of what is shared otherwise than evenly, in a run's period up to the end of a month. */
  readonly weightOf: (member: string, run: Run, monthEnd: PlainDate) => number;
  readonly monthOf: (date: PlainDate) => Period;
  readonly payPeriodOf: (date: PlainDate) => Period;
}

/**
 * Shares a team's pool among its members. Evenly, what it changes by in a month goes by the days that
 * each of them works in the team in it; else what it has paid to date by their weights to date. A line
 * is what a member's share changes by.
 */
export function sharePool(input: PoolInput, lines: PayLine[]): void {
  const runs = [...new Set(input.paid.map(({ run }) => run))];
  for (const run of runs) shareRun(input, run, lines);
}

function shareRun(input: PoolInput, run: Run, lines: PayLine[]): void {
  const isEven = sharesEvenly(input);
  const paid = input.paid.filter((one) => one.run === run);
  const { periodStart, periodEnd } = run.period;
  const months = input.monthEnds.filter((day) => day >= periodStart && day <= periodEnd);
  let [before, told]: [number, readonly number[]] = [0, []];
  for (const monthEnd of months) {
    const toDate = paidBy(paid, monthEnd);
    const pool = isEven ? toDate - before : toDate;
    const shares = sharesOf(input, run, monthEnd, pool);
    const changes = shares.map((share, index) => share - (told[index] ?? 0));
    lines.push(...linesOf(input, monthEnd, pool, changes));
    before = toDate;
    if (!isEven) told = shares;
  }
}

const sharesEvenly = ({ component }: PoolInput) => component.pool?.shareBy === "even";

/** Members' parts of a pool at the end of a month, in their order; nothing where nobody has a part. */
function sharesOf(input: PoolInput, run: Run, monthEnd: PlainDate, pool: number): number[] {
  const weights = sharesEvenly(input)
    ? daysIn(input, monthEnd)
    : weightsToDate(input, run, monthEnd);
  const isAnybody = weights.some((weight) => weight > 0);
  return isAnybody ? inProportion(pool, weights) : input.members.map(() => 0);
}

/** A line for each member whose share changes. */
const linesOf = (
  { component, members, payPeriodOf }: PoolInput,
  monthEnd: PlainDate,
  pool: number,
  changes: readonly number[],
): PayLine[] =>
  members.flatMap(({ repId: holder }, index) => {
    const amountCents = changes[index] ?? 0;
    if (amountCents === 0) return [];
    const line = lineOf({ holder }, component, monthEnd, payPeriodOf(monthEnd));
    return { ...line, cause: "pool", baseCents: pool, amountCents };
  });

const inProportion = (pool: number, weights: readonly number[]) =>
  shareOut(
    pool,
    weights.map((weight) => new Fraction(weight)),
  );

/** Days of a month; where nobody has any, of the last month before it in which somebody had, or the first after. */
function daysIn({ members, monthOf }: PoolInput, monthEnd: PlainDate): number[] {
  const month = daysOf(monthOf(monthEnd));
  const days = workedDays(members, month);
  if (days.some((count) => count > 0)) return days;
  const worked = members.flatMap((member) => member.worked);
  const other = lastBefore(worked, month) ?? firstAfter(worked, month);
  return other === null ? days : workedDays(members, daysOf(monthOf(other)));
}

/**
 * The weights of those who are in the team in a run's period, or were in the last month before it in
 * which anybody was; where nobody has any, their days to date, or all the same.
 */
function weightsToDate(
  { members, monthOf, weightOf }: PoolInput,
  run: Run,
  monthEnd: PlainDate,
): number[] {
  const period = daysOf(run.period);
  const isAnybody = members.some((member) => isInTeam(member, period));
  const last = isAnybody
    ? null
    : lastBefore(
        members.flatMap(({ inTeam }) => inTeam),
        period,
      );
  const { from, until } = last === null ? period : daysOf(monthOf(last));
  const isMember = (member: Member) => isInTeam(member, { from, until });
  const known = { from, until: until < monthEnd ? until : monthEnd };
  const candidates = [
    members.map((one) => (isMember(one) ? Math.max(0, weightOf(one.repId, run, monthEnd)) : 0)),
    workedDays(members, known),
    members.map((one) => (isMember(one) ? 1 : 0)),
  ];
  return candidates.find((weights) => weights.some((weight) => weight > 0)) ?? [];
}
