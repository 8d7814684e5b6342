import { formatDate, formatPlural } from "../format.ts";
import { type Answer, listWords } from "./answer.ts";

export interface DefinitionFacts {
  readonly as_of: string;
  readonly currency: string;
  /** 1 to 12. */
  readonly fiscal_start_month: number;
  readonly bookings_measure: string;
  readonly metrics: number;
  readonly entity_types: readonly string[];
}

const monthNames =
  "January February March April May June July August September October November December".split(
    " ",
  );

const measures: Readonly<Record<string, string>> = {
  amount: "the whole amount of a won deal",
  annual: "the annual value of a won deal",
  recurring: "the recurring revenue of a won deal",
};

/** Answers how numbers are defined: how many metrics, in what money and over which calendar. */
export function definitionsAnswer(facts: DefinitionFacts): Answer {
  const { metrics, entity_types, currency, fiscal_start_month, bookings_measure, as_of } = facts;
  const month = monthNames[fiscal_start_month - 1];
  return {
    sentence: `${formatPlural(metrics, "metric")} ${metrics === 1 ? "is" : "are"} defined here, each once, for ${listWords(entity_types)}; every page takes its figures from them.`,
    details: [
      `Bookings count ${measures[bookings_measure] ?? bookings_measure}, in ${currency}, on the day it closed.`,
      `Fiscal years begin in ${month} and are named for the year in which they end. Everything is as known on ${formatDate(as_of)}.`,
    ],
    figures: [],
  };
}
