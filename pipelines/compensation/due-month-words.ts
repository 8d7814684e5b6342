import { addDays, type PlainDate } from "../../src/calendar.ts";
import type { ComponentTerms } from "../../src/compensation/plan/terms.ts";
import { dayWords, type Money } from "./due-day-words.ts";
import { type DueDay, type DueEvent, dueDays, type HeldCredit } from "./due-events.ts";
import { exactMoney } from "./words.ts";

/** As many events are told one by one. */
const most = 8;

/** A month of held pay of a component; money in minor units. */
export interface DueMonth {
  readonly monthEnd: PlainDate;
  /** The last day that is known. */
  readonly through: PlainDate;
  readonly earnedCents: number;
  /** What was earned, with what was released and less what was held. */
  readonly dueCents: number;
}

/** What fell due in a month in words, and the deals that it is of. */
export interface ToldDue {
  readonly words: readonly string[];
  readonly opportunityIds: readonly string[];
  /** Whether nothing happened but that deals were credited back. */
  readonly isTakenBack: boolean;
}

/**
 * What fell due in a month of a component's pay: what deals of the month paid at once, then payments,
 * invoices and credit notes, the largest first and each with its arithmetic, then what rules on all pay to
 * date change. They sum to what fell due.
 *
 * @param nameOf a deal's name by its id
 */
export function dueWords(
  credits: readonly HeldCredit[],
  component: ComponentTerms,
  month: DueMonth,
  currency: string,
  nameOf: (opportunityId: string) => string,
): ToldDue {
  const { monthEnd, through } = month;
  const after = addDays(`${monthEnd.slice(0, 7)}-01`, -1);
  const until = monthEnd < through ? monthEnd : through;
  const days = credits
    .flatMap((credit) => dueDays(credit, component.paid, after, until))
    .filter((day) => sizeOf(day) > 0)
    .sort((a, b) => sizeOf(b) - sizeOf(a) || (idOf(a) < idOf(b) ? -1 : 1));
  const money = (cents: number) => exactMoney(Math.round(cents), currency);
  const later = days.filter((day) => !isBooking(day));
  const parts = [
    ...atOnce(days.filter(isBooking), money),
    ...later.slice(0, most).map((day) => ({
      text: dayWords(day, component.paid, money, nameOf),
      cents: Math.round(day.dueCents),
    })),
    ...beyond(later.slice(most), money),
  ];
  return {
    words: [...parts.map(({ text }) => text), ...restWords(parts, component, month, money)],
    opportunityIds: [...new Set(days.flatMap(({ held }) => held.credit.opportunityId ?? []))],
    isTakenBack: days.length > 0 && days.every(({ events }) => events.every(isReturn)),
  };
}

/** A part of what fell due as it is told, in whole minor units. */
interface Part {
  readonly text: string;
  readonly cents: number;
}

const idOf = ({ held }: DueDay) => held.credit.creditId;
const isReturn = ({ taken }: DueEvent) => taken !== null;
const isBooking = ({ events }: DueDay) => events.some(({ what }) => what === "earned");

/** What is worth a word: what is due, or taken back though nothing of it was. */
const sizeOf = ({ events, dueCents }: DueDay) =>
  Math.max(Math.abs(dueCents), ...events.map(({ taken }) => taken?.paidCents ?? 0));

function atOnce(days: readonly DueDay[], money: Money): Part[] {
  if (days.length === 0) return [];
  const cents = Math.round(sumOf(days));
  const earned = days.reduce((sum, { held }) => sum + held.paidCents, 0);
  return [{ text: `${money(cents)} at once of ${money(earned)} for deals of the month`, cents }];
}

function beyond(days: readonly DueDay[], money: Money): Part[] {
  const cents = Math.round(sumOf(days));
  return days.length === 0 ? [] : [{ text: `and ${days.length} more: ${money(cents)}`, cents }];
}

const sumOf = (days: readonly DueDay[]) => days.reduce((sum, { dueCents }) => sum + dueCents, 0);

/** What is in no one deal's events, and the sum of all. */
function restWords(
  parts: readonly Part[],
  component: ComponentTerms,
  { earnedCents, dueCents }: DueMonth,
  money: Money,
): string[] {
  const rest = parts.reduce((left, { cents }) => left - cents, dueCents);
  const isRounding = Math.abs(rest) <= parts.length + 1;
  const what = isRounding ? "rounding" : restOf(component);
  const earned = `in the month, in which ${money(earnedCents)} was earned`;
  return [
    ...(rest === 0 ? [] : [`${what}: ${money(rest)}`]),
    dueCents < 0
      ? `in all ${money(-dueCents)} that had fallen due was taken back ${earned}`
      : `in all ${money(dueCents)} fell due ${earned}`,
  ];
}

/** What looks at more than one deal; without it what a closed pay period was reckoned with. */
function restOf({ rule, multipliers, gates, caps }: ComponentTerms): string {
  const rules = [
    ...(["slab", "cliff", "overage", "curve"].includes(rule.rule) ? ["tiers"] : []),
    ...(multipliers.length > 0 ? ["multipliers"] : []),
    ...(gates.length > 0 ? ["gates"] : []),
    ...(caps.period === null && caps.year === null ? [] : ["caps"]),
  ];
  return rules.length === 0 ? "what else was known then" : `${rules.join(", ")} of all pay to date`;
}
