import { formatDate, formatMoney, formatPeriod, formatPlural } from "../format.ts";
import { type Answer, type Currency, type Figure, formatAmount, listWords } from "./answer.ts";
import { changeMethod } from "./change-method.ts";
import { causeWords } from "./change-words.ts";

/** How the company's forecast of a period changed, in whole minor units. */
export interface PeriodChanged {
  readonly label: string;
  readonly before_cents: number;
  readonly after_cents: number;
}

/** What one cause did to it. */
export interface CausePart {
  readonly cause: string;
  readonly cents: number;
}

/** Deals won since, in the quarter in progress. */
export interface WonSince {
  readonly count: number;
  readonly booked_cents: number;
}

export interface ChangeFacts extends Currency {
  /** The earlier day; null where no earlier forecast can be compared. */
  readonly since: { readonly date: string; readonly days: number } | null;
  /** The quarter in progress first. */
  readonly periods: readonly PeriodChanged[];
  /** Of that quarter. */
  readonly parts: readonly CausePart[];
  readonly won: WonSince;
}

/** Answers what moved the forecast of the quarter in progress, by its largest causes. */
export function changedAnswer(facts: ChangeFacts): Answer {
  const { since, periods, parts, won } = facts;
  const [quarter] = periods;
  if (!since || !quarter) {
    return {
      sentence: "No earlier forecast can be compared: the data don’t reach back a week yet.",
      details: [],
      figures: [],
      method: changeMethod,
    };
  }
  return {
    sentence: `${landing(quarter, facts)}${causesOf(parts, facts)}.`,
    details: [wonSentence(won, parts, facts), ...timeSentences(parts), exactSentence],
    figures: periods.map((period) => figureOf(period, facts)),
    method: changeMethod,
  };
}

/** `FY27 Q2 is expected to land at USD 15.3 M, 962 k less than a week ago`. */
function landing(quarter: PeriodChanged, facts: ChangeFacts): string {
  const now = formatAmount(quarter.after_cents, facts);
  return `${formatPeriod(quarter.label)} is expected to land at ${now}, ${differenceOf(quarter, facts)}`;
}

function differenceOf({ before_cents, after_cents }: PeriodChanged, facts: ChangeFacts): string {
  const cents = after_cents - before_cents;
  const then = agoOf(facts.since);
  if (cents === 0) return `as much as ${then}`;
  const amount = formatMoney(Math.abs(cents), facts.currency_digits);
  return `${amount} ${cents < 0 ? "less" : "more"} than ${then}`;
}

const agoOf = (since: ChangeFacts["since"]) =>
  since === null || since.days === 7 ? "a week ago" : `on ${formatDate(since.date)}`;

/** Causes that a sentence names of each direction, and the share of all movement below which it names none. */
const [named, least] = [3, 0.03];

/** `: time that passed took 1.6 M, lost deals 162 k; better odds gave 428 k, all else 117 k`. */
function causesOf(parts: readonly CausePart[], { currency_digits }: ChangeFacts): string {
  const moved = parts.reduce((sum, { cents }) => sum + Math.abs(cents), 0);
  const told = ([1, -1] as const).flatMap((sign) =>
    parts
      .filter(({ cents }) => cents * sign >= least * moved && cents !== 0)
      .sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents) || (a.cause < b.cause ? -1 : 1))
      .slice(0, named),
  );
  const all = [...told.map(nameOf), restOf(parts, told)].filter(({ cents }) => cents !== 0);
  const side = (sign: 1 | -1, verb: string) =>
    listWords(
      all
        .filter(({ cents }) => cents * sign > 0)
        .map(({ name, cents }, index) => {
          const amount = formatMoney(Math.abs(cents), currency_digits);
          return `${name} ${index === 0 ? `${verb} ` : ""}${amount}`;
        }),
    );
  const sides = [side(-1, "took"), side(1, "gave")].filter((text) => text !== "");
  return sides.length === 0 ? "" : `: ${sides.join("; ")}`;
}

function nameOf({ cause, cents }: CausePart) {
  const words = causeWords[cause];
  return { name: (cents < 0 ? words?.taker : words?.giver) ?? cause, cents };
}

/** What isn't named, so that what is told adds up. */
function restOf(parts: readonly CausePart[], told: readonly CausePart[]) {
  const sumOf = (some: readonly CausePart[]) => some.reduce((sum, { cents }) => sum + cents, 0);
  return { name: "all else together", cents: sumOf(parts) - sumOf(told) };
}

function wonSentence(
  { count, booked_cents }: WonSince,
  parts: readonly CausePart[],
  money: Currency,
) {
  if (count === 0) return "Nothing was won for the quarter since.";
  const booked = `${formatPlural(count, "deal")} won since ${count === 1 ? "brings" : "bring"} the quarter ${formatAmount(booked_cents, money)}`;
  const part = parts.find(({ cause }) => cause === "won");
  if (!part) return `${booked}, as much as the forecast still counted on from deals won.`;
  const counted = formatMoney(booked_cents - part.cents, money.currency_digits);
  return `${booked}; the forecast still counted on ${counted} from deals won, and the difference is their part.`;
}

function timeSentences(parts: readonly CausePart[]): string[] {
  const part = parts.find(({ cause }) => cause === "time_passed");
  if (!part || part.cents >= 0) return [];
  return [
    "What time took is what the forecast would have lost had nothing happened: nothing won, lost or created, no deal touched. What did happen gives it back; where less happens than was counted on, the forecast falls.",
  ];
}

const exactSentence =
  "The parts add up to the difference to the cent. They are computed, not simulated, so no part of it is chance. People’s calls stand beside the forecast and don’t enter it.";

function figureOf(period: PeriodChanged, facts: ChangeFacts): Figure {
  return {
    label: formatPeriod(period.label),
    value: formatMoney(period.after_cents, facts.currency_digits),
    note: differenceOf(period, facts),
  };
}
