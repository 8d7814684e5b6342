import { daysBetween } from "../../src/calendar.ts";
import { formatPlural } from "../../src/format.ts";
import type { ExplainedLine } from "../explain.ts";
import { exactMoney } from "./words.ts";

/** What the arithmetic of a balance is told from. */
export type Balanced = Pick<
  ExplainedLine,
  | "cause"
  | "period"
  | "period_start"
  | "earned_on"
  | "base_cents"
  | "rate"
  | "amount_cents"
  | "currency"
  | "period_earned_cents"
  | "topped_up_cents"
  | "owed_before_cents"
  | "taken_over_cents"
  | "handed_over_cents"
  | "owed_after_cents"
>;

/**
 * The arithmetic of a draw, of pay under zero and of what is recovered: from what was earned and owed to
 * the line's amount and what is owed after it; null for any other line.
 */
export function balanceArithmetic(line: Balanced): string | null {
  if (line.cause === "draw") return [drawWords(line), ...owedWords(line)].join(", ");
  if (line.cause === "carried") return [...carriedWords(line), ...owedWords(line)].join(", ");
  if (line.cause === "recovered") return owedWords(line).join(", ");
  return null;
}

/**
 * What may be drawn, less what was earned, with what of that was recovered. The last settlement may write
 * off what is owed instead, beside it.
 */
function drawWords(line: Balanced): string {
  const { base_cents, rate, amount_cents, period_earned_cents: earned, currency } = line;
  const money = (cents: number) => exactMoney(cents, currency);
  // closed before draws told of it
  if (rate === null || earned === null) return `${money(amount_cents)} beyond what was earned`;
  const draw = Math.round(base_cents * rate);
  const drawn = daysWords(line, rate, money(base_cents), money(draw));
  const recovered = amount_cents - draw + earned;
  if (recovered === 0) return `${drawn}, less ${money(earned)} earned = ${money(amount_cents)}`;
  if (recovered === paidOff(line) && recovered <= earned) {
    return `${drawn}, less ${money(earned)} earned, of which ${money(recovered)} was recovered, = ${money(amount_cents)}`;
  }
  const writtenOff = `${money(amount_cents - Math.max(0, draw - earned))} written off`;
  return earned < draw
    ? `${drawn}, less ${money(earned)} earned, with ${writtenOff} = ${money(amount_cents)}`
    : `${money(earned)} earned, no less than ${drawn}, with ${writtenOff}`;
}

/** How much less is owed after a pay period; minor units. */
const paidOff = (line: Balanced): number =>
  line.owed_before_cents + line.taken_over_cents - line.owed_after_cents - line.handed_over_cents;

/** Lines of balances are dated the last day of their period. */
function daysWords(
  { period, period_start, earned_on }: Balanced,
  share: number,
  whole: string,
  draw: string,
): string {
  const all = daysBetween(period_start, earned_on) + 1;
  const days = Math.round(share * all);
  if (days === all) return `a draw of ${draw} a ${period}`;
  return `a draw of ${whole} a ${period} × ${days} of ${formatPlural(all, "day")} = ${draw}`;
}

function carriedWords(line: Balanced): string[] {
  const { amount_cents, topped_up_cents, period_earned_cents, currency } = line;
  const money = (cents: number) => exactMoney(cents, currency);
  const writtenOff = topped_up_cents ?? 0;
  const carried = amount_cents - writtenOff;
  return [
    ...(period_earned_cents === null ? [] : [`${money(period_earned_cents)} earned`]),
    ...(carried === 0 ? [] : [`${money(carried)} carried forward`]),
    ...(writtenOff === 0 ? [] : [`${money(writtenOff)} written off`]),
  ];
}

/** What is owed before and after, as far as there is any. */
function owedWords(line: Balanced): string[] {
  const { owed_before_cents, taken_over_cents, handed_over_cents, owed_after_cents } = line;
  const money = (cents: number) => exactMoney(cents, line.currency);
  const before = owed_before_cents + taken_over_cents;
  const after = owed_after_cents + handed_over_cents;
  if (before === 0 && after === 0) return [];
  const change =
    line.cause === "recovered"
      ? ` − ${money(-line.amount_cents)} = ${money(after)}`
      : `, ${money(after)}`;
  return [
    `${money(before)} owed before${change} after`,
    ...(taken_over_cents === 0 ? [] : [`${money(taken_over_cents)} taken over from another plan`]),
    ...(handed_over_cents === 0 ? [] : [`${money(handed_over_cents)} going on to the next plan`]),
  ];
}
