import { formatCount, formatMoney, formatPeriod, formatPlural, formatRate } from "../format.ts";
import { type Answer, type Currency, type Figure, formatAmount } from "./answer.ts";
import { type ComparedKpi, countJudged, judgeable, nameJudged, tellJudged } from "./judged.ts";

/** What closed quarters were when they closed and are now, whole minor units. */
export interface RestatedQuarters {
  readonly quarters: number;
  /** In which any deal changed, even where changes offset each other. */
  readonly changed: number;
  readonly deals: number;
  readonly difference_cents: number;
}

export interface PerformanceFacts extends Currency {
  /** The quarter in progress; null before any has figures. */
  readonly label: string | null;
  readonly is_over: boolean;
  readonly bookings_cents: number | null;
  readonly attainment: number | null;
  readonly compared: readonly ComparedKpi[];
  readonly restated: RestatedQuarters;
  /** How far apart reps are, in a sentence of its own. */
  readonly spread: string;
  readonly history: string | null;
}

/** Answers how the company performs against a year before. */
export function performanceAnswer(facts: PerformanceFacts): Answer {
  const method = performanceMethod(facts.history);
  if (facts.label === null || facts.bookings_cents === null) {
    const sentence = "No quarter has figures yet, so there is nothing to compare.";
    return { sentence, details: [], figures: [], method };
  }
  return {
    sentence: `${booked(facts, facts.label, facts.bookings_cents)}${tellJudged(facts)}.`,
    details: [
      nameJudged(facts, "better", "Better"),
      nameJudged(facts, "worse", "Worse"),
      nameJudged(facts, "same", "About the same"),
      facts.spread,
      restatedSentence(facts),
    ].filter((text) => text !== undefined),
    figures: figuresOf(facts),
    method,
  };
}

function booked(facts: PerformanceFacts, label: string, cents: number): string {
  const { is_over, compared } = facts;
  const when = `${formatPeriod(label)}${is_over ? "" : " so far"}`;
  const before = compared.find(({ metric }) => metric === "bookings")?.before;
  const amount = `${when} has ${formatAmount(cents, facts)} of bookings`;
  if (before === undefined) return amount;
  const day = is_over ? "" : " at the same day";
  if (cents === before || before <= 0)
    return `${amount}, after ${read(before, facts)} the year before${day}`;
  const share = formatRate(Math.abs(cents / before - 1));
  return `${amount}, ${share} ${cents < before ? "less" : "more"} than the year before${day}`;
}

const read = (cents: number, { currency_digits }: Currency) => formatMoney(cents, currency_digits);

function restatedSentence(facts: PerformanceFacts): string | undefined {
  const { quarters, changed, deals, difference_cents } = facts.restated;
  if (quarters === 0) return undefined;
  if (changed === 0) {
    return `${formatPlural(quarters, "closed quarter")} ${quarters === 1 ? "is" : "are"} what ${quarters === 1 ? "it was when it" : "they were when they"} closed.`;
  }
  const size = formatAmount(Math.abs(difference_cents), facts);
  const worth =
    difference_cents === 0
      ? "together no more and no less"
      : `together ${size} ${difference_cents < 0 ? "less" : "more"}`;
  return `Of ${formatPlural(quarters, "closed quarter")}, ${changed} ${changed === 1 ? "has" : "have"} changed since, by ${formatPlural(deals, "deal")}: ${worth} than when they closed.`;
}

function figuresOf(facts: PerformanceFacts): Figure[] {
  const { attainment, compared, restated } = facts;
  const rate = compared.find(({ metric }) => metric === "win_rate");
  const note = `of ${formatPlural(judgeable(facts).length, "distinct KPI")} known for both`;
  return [
    {
      label: "Quota attained",
      value: attainment === null ? "–" : formatRate(attainment),
      note:
        attainment === null ? "no quota on file" : facts.is_over ? "of the quarter’s" : "so far",
    },
    { label: "Better than a year before", value: countJudged(facts, "better"), note },
    { label: "Worse than a year before", value: countJudged(facts, "worse"), note },
    {
      label: "Win rate",
      value: rate ? formatRate(rate.value) : "–",
      note: rate ? `${formatRate(rate.before)} a year before` : "not known for both years",
    },
    {
      label: "Closed quarters changed",
      value: formatCount(restated.changed),
      note: `of ${formatPlural(restated.quarters, "closed quarter")}`,
    },
  ];
}

/** How periods are compared, a paragraph each. */
const performanceMethod = (history: string | null): string[] => [
  "A period in progress is held against earlier ones at the same day: each KPI as of the day on which as many of their days had passed, by its own formula and by what is known today of that day; what was open then counts as open, in the state it had. Plans, errors of forecasts, the coverage that past periods needed and KPIs that only their parts tell are held against nothing. A complete period is held against complete ones. What the data begin in, and what too few deals stand behind, is compared with nothing.",
  "A KPI is better or worse than before when it is at least 3 % away from what it was, and about the same when it is not. A share of counted cases, such as the win rate or the share of leads converted, must besides differ by more than chance alone makes it differ nineteen times in twenty (score test of two shares, by the n of both). Whether more deals lost is bad depends on how many were decided, so it is not judged. The opening sentence counts distinct KPIs, what two tell alike once: bookings stand for attainment, deals won and throughput, a rate or share by number for the one by value or the other way round, and MRR for ARR; the table judges each.",
  "The target of bookings is the quota of the same entity and period; other targets are goals, each with its due date. Trends show up to thirteen periods, the one in progress lighter. What stands on a day, such as the open pipeline, is told of the as-of date and, by what is known today of those days, of the last days of the five quarters before.",
  "A closed quarter as it closed is what each source’s first export of deals on its last day, or after it, told; what was won on the last day and exported later counts as told late. As it is now is what the latest export tells. A quarter has changed when any deal won or lost in it was told late, moved, deleted, reopened, given another amount or another owner, even where such changes offset each other.",
  ...(history === null ? [] : [history]),
];
