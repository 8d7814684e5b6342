import { formatMultiple, formatPlural, formatRate } from "../format.ts";
import { type Answer, type Figure, listWords } from "./answer.ts";
import { winningMethod } from "./winning-method.ts";
import { dimensionWords, effortWords, scopeWords, valueInSentence } from "./winning-words.ts";

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

/** Answers where deals are won, and whether effort goes there. */
export function winningAnswer(facts: WinningFacts | null, minCell: number): Answer {
  if (!facts) {
    const sentence = "No deal has been won or lost yet, so there are 0 deals to compare.";
    return { sentence, details: [], figures: [], aside: asideOf(minCell), method: [] };
  }
  const details = [named(facts), effort(facts), loss(facts), ...facts.absent];
  return {
    sentence: `${wonShare(facts)}, ${told(facts)}; ${paid(facts)}.`,
    details: details.filter((text) => text !== undefined),
    figures: figures(facts),
    aside: asideOf(minCell),
    method: winningMethod(facts.measure),
  };
}

const asideOf = (minCell: number) =>
  `Values with fewer than ${formatPlural(minCell, "decided deal")} say “too few” and nothing else. None of this says what would happen if effort moved: it says what happened.`;

const range = (lower: number, upper: number) => `${formatRate(lower)} to ${formatRate(upper)}`;

function wonShare({ scope, quarters, won, lost, lower, upper }: WinningFacts): string {
  const [one = scope, many = `${scope} deals`] = scopeWords[scope] ?? [];
  const when =
    quarters === null
      ? "In all history"
      : quarters === 1
        ? "In the last complete quarter"
        : `In the last ${quarters} complete quarters`;
  return `${when} we won ${formatRate(won / (won + lost))} of ${formatPlural(won + lost, one, many)} (${range(lower, upper)})`;
}

/** Which values stand out, in a few words; `named` gives their ranges. */
function told({ differences, dimensions }: WinningFacts): string {
  const words = (isAbove: boolean) =>
    differences
      .filter((row) => row.isAbove === isAbove)
      .slice(0, 2)
      .map(
        ({ dimension, label, rate }) =>
          `${valueInSentence(dimension, label)} (${formatRate(rate)})`,
      );
  const [more, less] = [words(true), words(false)];
  const parts = [
    ...(more.length > 0 ? [`more often with ${listWords(more)}`] : []),
    ...(less.length > 0 ? [`less often with ${listWords(less)}`] : []),
  ];
  if (parts.length > 0) return listWords(parts);
  const names = Object.keys(dimensionWords).filter((name) => dimensions.includes(name));
  if (names.length === 0) return "with nothing known to compare them by";
  return `with no ${orWords(names.map((name) => (dimensionWords[name] ?? name).toLowerCase()))} standing out by more than chance explains`;
}

const orWords = (words: readonly string[]): string =>
  words.length === 1 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

function paid({ best, worst }: WinningFacts): string {
  const parts = [
    best && `most in ${namedYield(best)}, ${formatMultiple(best.yield)} its share in won value`,
    worst && `least in ${namedYield(worst)}, ${formatMultiple(worst.yield)}`,
  ].filter((part) => part !== null);
  return parts.length === 0
    ? "what effort brought differs nowhere by more than chance explains"
    : `effort brought ${parts.join(" and ")}`;
}

/** The values that stand out with their ranges; where there are none, what all history shows. */
function named({ differences, earlier }: WinningFacts): string | undefined {
  const [first] = differences;
  if (first) return `${capital(listWords(differences.slice(0, 4).map(namedRate)))}.`;
  const [before] = earlier;
  return before && `Over all history ${namedRate(before)}.`;
}

function namedRate({ dimension, label, rate, lower, upper, isAbove, holds }: NamedRate): string {
  const held = holds ? ", and still does with all else alike" : ", less surely with all else alike";
  return `${valueInSentence(dimension, label)} wins ${isAbove ? "more" : "less"} often than the rest, ${formatRate(rate)} (${range(lower, upper)})${holds === null ? "" : held}`;
}

function effort({ best, worst, measure }: WinningFacts): string | undefined {
  if (!best && !worst) return undefined;
  const [one, many] = effortWords[measure] ?? [measure, measure];
  const yielded = (row: NamedYield) =>
    `${formatMultiple(row.yield)} what an average ${one} brought (${formatMultiple(row.yield_lower)} to ${formatMultiple(row.yield_upper)})`;
  const parts = [
    best &&
      `${namedYield(best)} took ${formatRate(best.effort_rate)} of all ${many} and brought ${formatRate(best.value_rate)} of the won value, ${yielded(best)}`,
    worst &&
      `${namedYield(worst)} took ${formatRate(worst.effort_rate)} and brought ${formatRate(worst.value_rate)}, ${yielded(worst)}`,
  ].filter((part) => part !== null);
  return `${capital(parts.join("; "))}. If effort is to move, that is the direction to try first; what happened is no proof of what more effort would bring.`;
}

const namedYield = ({ dimension, label }: NamedYield) => valueInSentence(dimension, label);

function loss({ stage, reason }: WinningFacts): string | undefined {
  const parts = [
    stage &&
      `${formatRate(stage.deadliest.rate)} of lost deals were lost from ${stage.deadliest.stage}, and ${stage.longest.stage === stage.deadliest.stage ? "it" : stage.longest.stage} took ${formatRate(stage.longest.rate)} of the days that deals were open, the most of all stages`,
    reason && `the reason given most is ${reason.label}, for ${formatRate(reason.rate)} of losses`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? undefined : `${capital(parts.join("; "))}.`;
}

const capital = (text: string) => text.replace(/^./, (c) => c.toUpperCase());

function figures(facts: WinningFacts): Figure[] {
  const { won, lost, lower, upper, best, worst, stage, measure } = facts;
  const [, many = measure] = effortWords[measure] ?? [];
  const yielded = (label: string, found: NamedYield | null): Figure[] =>
    found
      ? [
          {
            label,
            value: formatMultiple(found.yield),
            note: `${found.label}: value for its ${many}`,
          },
        ]
      : [];
  return [
    { label: "Win rate", value: formatRate(won / (won + lost)), note: range(lower, upper) },
    ...yielded("Most for its effort", best),
    ...yielded("Least for its effort", worst),
    ...(stage
      ? [
          {
            label: "Losses from one stage",
            value: formatRate(stage.deadliest.rate),
            note: stage.deadliest.stage,
          },
        ]
      : []),
  ];
}
