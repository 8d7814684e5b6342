import {
  formatCount,
  formatMoney,
  formatMultiple,
  formatPeriod,
  formatPlural,
  formatRate,
} from "../format.ts";
import {
  type Answer,
  type CountedRate,
  type Currency,
  type Figure,
  formatAmount,
} from "./answer.ts";
import { roleWords } from "./role.ts";

/** A median with the quartiles around it. */
export interface Quartiles {
  readonly lower_quartile: number;
  readonly median: number;
  readonly upper_quartile: number;
  readonly n: number;
}

export interface SpreadFacts extends Currency {
  /** The latest complete quarter; null when none is complete. */
  readonly label: string | null;
  /** Bookings of the reps compared, whole minor units; null when there are none. */
  readonly bookings: Quartiles | null;
  /** The role that is compared, the one with most quota carriers; null without roles. */
  readonly role: string | null;
  /** The fewest deals that a figure needs behind it. */
  readonly min_cell: number;
  /** Who of the role is compared: reps with a quota, or where none is on file all who closed a deal. */
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
    return { sentence, details: [], figures: [], aside: asideOf(facts) };
  }
  const [lower, upper] = [bookings.lower_quartile, bookings.upper_quartile].map((cents) =>
    formatMoney(cents, currency_digits),
  );
  const [one] = roleWords(facts.role);
  return {
    sentence: `In ${formatPeriod(label)}, the latest complete quarter, the median ${one} of ${bookings.n} ${facts.compared} booked ${formatAmount(bookings.median, facts)}; half booked between ${lower} and ${upper}.`,
    details: teamSentences(facts),
    figures: spreadFigures(facts, bookings),
    aside: asideOf(facts),
  };
}

const asideOf = ({ min_cell }: SpreadFacts) =>
  `A dash stands where nothing can be known, or where fewer than ${formatPlural(min_cell, "deal")} ${min_cell === 1 ? "stands" : "stand"} behind a figure.`;

function teamSentences({ teams }: SpreadFacts): string[] {
  const [best, worst] = [teams[0], teams.at(-1)];
  if (!best || !worst || best === worst) return [];
  return [
    `${best.team_id} wins most often, ${formatRate(best.win_rate)} of what it closes; ${worst.team_id} least, ${formatRate(worst.win_rate)}.`,
  ];
}

function spreadFigures(facts: SpreadFacts, bookings: Quartiles): Figure[] {
  const { attainment, win_rate, currency_digits } = facts;
  const [one, many] = roleWords(facts.role);
  return [
    {
      label: `Median ${one} booked`,
      value: formatMoney(bookings.median, currency_digits),
      note: `of ${formatPlural(bookings.n, one, many)} ${facts.compared}`,
    },
    {
      label: "Spread",
      value:
        bookings.lower_quartile > 0
          ? formatMultiple(bookings.upper_quartile / bookings.lower_quartile)
          : "–",
      note: "upper quartile over lower",
    },
    {
      label: "Median attainment",
      value: attainment ? formatRate(attainment.median) : "–",
      note: attainment ? `of their ${formatPlural(attainment.n, "quota")}` : "no quotas on file",
    },
    {
      label: "Win rate",
      value: typeof win_rate?.value === "number" ? formatRate(win_rate.value) : "–",
      note:
        typeof win_rate?.value === "number"
          ? `company: ${formatCount(win_rate.numerator ?? Number.NaN)} of ${formatCount(win_rate.denominator ?? Number.NaN)} deals closed`
          : "no deal closed",
    },
  ];
}
