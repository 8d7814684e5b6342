import { formatMultiple, formatRate } from "../format.ts";
import { listWords } from "./answer.ts";
import { capital } from "./initial.ts";
import { effortWords, valueInSentence } from "./winning-words.ts";

/** A value that may be called different from the rest. */
export interface NamedRate {
  readonly dimension: string;
  readonly label: string;
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
  /** Whether it wins more often than the rest. */
  readonly isAbove: boolean;
  /** Whether it does with all else held fixed; null where that can't be told. */
  readonly holds: boolean | null;
}

/** A value that brings more or less for its effort than all deals together. */
export interface NamedYield {
  readonly dimension: string;
  readonly label: string;
  readonly effort_rate: number;
  readonly value_rate: number;
  readonly yield: number;
  readonly yield_lower: number;
  readonly yield_upper: number;
}

export interface WinningFacts {
  readonly scope: string;
  /** Complete quarters looked at; null for all history. */
  readonly quarters: number | null;
  readonly won: number;
  readonly lost: number;
  readonly lower: number;
  readonly upper: number;
  /** Dimensions that were tested. */
  readonly dimensions: readonly string[];
  readonly differences: readonly NamedRate[];
  /** Differences that all history shows, where the recent quarters show none. */
  readonly earlier: readonly NamedRate[];
  readonly measure: string;
  readonly best: NamedYield | null;
  readonly worst: NamedYield | null;
  readonly stage: {
    readonly longest: { readonly stage: string; readonly rate: number };
    readonly deadliest: { readonly stage: string; readonly rate: number };
  } | null;
  readonly reason: { readonly label: string; readonly rate: number } | null;
  /** Absent parts, each a sentence. */
  readonly absent: readonly string[];
}

/** The values that stand out with their ranges; where there are none, what all history shows. */
export function named({ differences, earlier }: WinningFacts): string | undefined {
  const [first] = differences;
  if (first) return `${capital(listWords(differences.slice(0, 4).map(namedRate)))}.`;
  const [before] = earlier;
  return before && `Over all history ${namedRate(before)}.`;
}

function namedRate({ dimension, label, rate, lower, upper, isAbove, holds }: NamedRate): string {
  const held = holds ? ", and still does with all else alike" : ", less surely with all else alike";
  return `${valueInSentence(dimension, label)} wins ${isAbove ? "more" : "less"} often than the rest, ${formatRate(rate)} (${range(lower, upper)})${holds === null ? "" : held}`;
}

/** What the values that brought most and least took and brought. */
export function effort({ best, worst, measure }: WinningFacts): string | undefined {
  if (!best && !worst) return undefined;
  const [one, many] = effortWords[measure] ?? [measure, measure];
  const yielded = (row: NamedYield) =>
    `${formatMultiple(row.yield)} what an average ${one} brought (${formatMultiple(row.yield_lower)} to ${formatMultiple(row.yield_upper)})`;
  const parts = [best, worst]
    .filter((row) => row !== null)
    .map(
      (row) =>
        `${namedYield(row)} took ${formatRate(row.effort_rate)} of all ${many} and brought ${formatRate(row.value_rate)} of the won value, ${yielded(row)}`,
    );
  return `${capital(parts.join("; "))}. If effort is to move, that is the direction to try first; what happened is no proof of what more effort would bring.`;
}

/** A yield's value within a sentence. */
export const namedYield = ({ dimension, label }: NamedYield) => valueInSentence(dimension, label);

/** The stage and the reason that cost most. */
export function loss({ stage, reason }: WinningFacts): string | undefined {
  const parts = [
    stage &&
      `${formatRate(stage.deadliest.rate)} of lost deals were lost from ${stage.deadliest.stage}, and ${stage.longest.stage === stage.deadliest.stage ? "it" : stage.longest.stage} took ${formatRate(stage.longest.rate)} of the days that deals were open, the most of all stages`,
    reason && `the reason given most is ${reason.label}, for ${formatRate(reason.rate)} of losses`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? undefined : `${capital(parts.join("; "))}.`;
}

/** `20 % to 24 %`. */
export const range = (lower: number, upper: number): string =>
  `${formatRate(lower)} to ${formatRate(upper)}`;
