import { formatCount, formatMoney, formatPeriod, formatPlural, formatRate } from "../format.ts";
import type { Answer, CountedRate, Figure } from "./answer.ts";

/** A middle value with the quartiles around it. */
export interface Quartiles {
  readonly lower_quartile: number;
  readonly median: number;
  readonly upper_quartile: number;
  readonly n: number;
}

export interface SpreadFacts {
  /** The latest complete quarter; null when none is complete. */
  readonly label: string | null;
  readonly currency_digits: number;
  /** Bookings of the reps compared, whole minor units; null when there are none. */
  readonly bookings: Quartiles | null;
  /** Who is compared: reps with a quota, or where none is on file all who closed a deal. */
  readonly compared: "with a quota" | "who closed a deal";
  readonly attainment: Quartiles | null;
  readonly win_rate: CountedRate | null;
  /** Teams with a win rate, best first. */
  readonly teams: readonly { readonly team_id: string; readonly win_rate: number }[];
}

/** Answers how far apart reps and teams are. */
export function spreadAnswer(facts: SpreadFacts): Answer {
  const { label, bookings, currency_digits } = facts;
  if (label === null || !bookings) {
    const sentence = "No quarter is complete yet, so reps can't be compared.";
    return { sentence, details: [], figures: [] };
  }
  const [lower, median, upper] = [
    bookings.lower_quartile,
    bookings.median,
    bookings.upper_quartile,
  ].map((cents) => formatMoney(cents, currency_digits));
  return {
    sentence: `In ${formatPeriod(label)}, the latest complete quarter, the middle one of ${formatPlural(bookings.n, "rep")} ${facts.compared} booked ${median}; half of them lie between ${lower} and ${upper}.`,
    details: teamSentences(facts),
    figures: spreadFigures(facts, bookings),
  };
}

function teamSentences({ teams }: SpreadFacts): string[] {
  const [best, worst] = [teams[0], teams.at(-1)];
  if (!best || !worst || best === worst) return [];
  return [
    `${best.team_id} wins most often, ${formatRate(best.win_rate)} of what it closes; ${worst.team_id} least, ${formatRate(worst.win_rate)}.`,
  ];
}

function spreadFigures(facts: SpreadFacts, bookings: Quartiles): Figure[] {
  const { attainment, win_rate, currency_digits } = facts;
  const ratio = bookings.lower_quartile > 0 ? bookings.upper_quartile / bookings.lower_quartile : 0;
  return [
    {
      label: "Middle rep booked",
      value: formatMoney(bookings.median, currency_digits),
      note: `of ${formatPlural(bookings.n, "rep")} ${facts.compared}`,
    },
    {
      label: "Spread",
      value: ratio > 0 ? `${ratio.toFixed(1)}×` : "–",
      note: "upper quartile over lower",
    },
    {
      label: "Middle attainment",
      value: attainment ? formatRate(attainment.median) : "–",
      note: attainment ? `of ${formatPlural(attainment.n, "quota")}` : "no quotas on file",
    },
    {
      label: "Win rate",
      value: win_rate?.value ? formatRate(win_rate.value) : "–",
      note: win_rate?.value
        ? `${formatCount(win_rate.numerator ?? Number.NaN)} of ${formatCount(win_rate.denominator ?? Number.NaN)} deals closed`
        : "no deal closed",
    },
  ];
}
