import { formatCount, formatPlural, formatRate } from "../format.ts";

/** What speaks for or against a deal: the odds of winning over those of the average open deal. */
export interface DealReason {
  readonly feature: string;
  readonly value: string | number | null;
  readonly effect: number;
}

/**
 * The strongest reason that sets a deal apart from others of its type, which all share what their
 * type says; that where there is no other, null where there is none at all.
 */
export function mainReasonWords(reasons: readonly DealReason[]): string | null {
  const main = reasons.find(({ feature }) => feature !== "type") ?? reasons[0];
  return main === undefined ? null : dealReasonWords(main);
}

/** `pushed 3 times: halves the odds`. */
export const dealReasonWords = (reason: DealReason): string =>
  `${reasonSubject(reason)}: ${oddsWords(reason.effect)}`;

/** What a reason is about: `pushed 3 times`. */
export function reasonSubject({ feature, value }: DealReason): string {
  const words = subjects[feature];
  return words === undefined ? feature : words(value);
}

/** What an odds ratio does, in fractions and multiples that a reader knows. */
export function oddsWords(effect: number): string {
  if (effect > 1)
    return multiples.findLast(({ from }) => effect >= from)?.words ?? "hardly raises the odds";
  return fractions.find(({ to }) => effect <= to)?.words ?? "hardly lowers the odds";
}

const multiples = [
  { from: 1.15, words: "raises the odds by a quarter" },
  { from: 1.275, words: "raises the odds by a third" },
  { from: 1.42, words: "raises the odds by a half" },
  { from: 1.75, words: "doubles the odds" },
  { from: 2.5, words: "triples the odds" },
  { from: 3.5, words: "more than triples the odds" },
];

const fractions = [
  { to: 0.15, words: "cuts the odds to less than a sixth" },
  { to: 0.225, words: "cuts the odds to a fifth" },
  { to: 0.29, words: "cuts the odds to a quarter" },
  { to: 0.41, words: "cuts the odds to a third" },
  { to: 0.58, words: "halves the odds" },
  { to: 0.71, words: "cuts the odds by a third" },
  { to: 0.87, words: "cuts the odds by a fifth" },
];

type Value = DealReason["value"];

const told = (value: Value, words: (value: number) => string, untold: string) =>
  typeof value === "number" ? words(value) : untold;

const days = (value: number) => formatPlural(Math.abs(value), "day");

/** What a deal has under each topic. */
const subjects: Readonly<Record<string, (value: Value) => string>> = {
  stage: (value) => (value === null ? "no stage told" : `in ${value}`),
  age: (value) => told(value, (age) => `open for ${days(age)}`, "age unknown"),
  size: (value) => told(value, sizeWords, "size unknown"),
  amount: (value) => told(value, amountWords, "no first amount told"),
  pushes: (value) => told(value, pushWords, "pushes unknown"),
  close_date: (value) => told(value, closeWords, "no close date"),
  activity: (value) => told(value, idleWords, "no activity told"),
  source: (value) => (value === null ? "no lead source" : `from ${value}`),
  type: (value) => (value === null ? "type not told" : `of type ${value}`),
  segment: (value) => (value === null ? "no segment" : `in ${value}`),
  industry: (value) => (value === null ? "industry unknown" : `in ${value}`),
  typed: (value) =>
    told(value, (rate) => `given ${formatRate(rate)} in the CRM`, "no chance typed in the CRM"),
  rep: (value) =>
    told(
      value,
      (rate) => `its rep wins ${formatRate(rate)} of deals of its type`,
      "its rep has closed none of its type yet",
    ),
  account: (value) => told(value, accountWords, "account unknown"),
};

function sizeWords(times: number): string {
  if (times < 0.8) return `${formatRate(times)} of the usual size`;
  return times <= 1.25 ? "of the usual size" : `${times.toFixed(1)} times the usual size`;
}

function amountWords(change: number): string {
  if (change === 0) return "amount as first told";
  return `amount ${change < 0 ? "cut" : "raised"} by ${formatRate(Math.abs(change))}`;
}

function pushWords(count: number): string {
  if (count === 0) return "never pushed";
  return count === 1 ? "pushed once" : `pushed ${formatCount(count)} times`;
}

function closeWords(left: number): string {
  if (left < 0) return `close date passed ${days(left)} ago`;
  return left === 0 ? "due today" : `due in ${days(left)}`;
}

const idleWords = (idle: number) => (idle === 0 ? "worked today" : `last worked ${days(idle)} ago`);

const accountWords = (won: number) =>
  won === 0
    ? "nothing won with the account yet"
    : `${formatPlural(won, "deal")} won with the account`;

/** What a risk flag says. */
export const riskWords: Readonly<Record<string, string>> = {
  close_date_passed: "Its close date has passed",
  no_activity: "No activity for more than 30 days",
  pushed_twice: "Pushed twice or more",
  long_in_stage: "Longer in its stage than nine in ten deals that were won",
  amount_cut: "Its amount was cut",
};

/** The same in a word or two, for lists. */
export const riskLabels: Readonly<Record<string, string>> = {
  close_date_passed: "overdue",
  no_activity: "no activity",
  pushed_twice: "pushed twice",
  long_in_stage: "long in stage",
  amount_cut: "amount cut",
};

/** Flags as a deal carries them: names apart by spaces; null where it isn't forecast. */
export const flagsOf = (flags: string | null): string[] =>
  (flags ?? "").split(" ").filter((flag) => flag !== "");
