import { formatMultiple, formatPlural, formatRate } from "../format.ts";
import { type Answer, type Figure, listWords } from "./answer.ts";
import {
  effort,
  loss,
  type NamedYield,
  named,
  namedYield,
  range,
  type WinningFacts,
} from "./winning-details.ts";
import { winningMethod } from "./winning-method.ts";
import { dimensionWords, effortWords, scopeWords, valueInSentence } from "./winning-words.ts";

/** Answers where deals are won, and whether effort goes there. */
export function winningAnswer(facts: WinningFacts | null, minCell: number): Answer {
  if (!facts) {
    const sentence = "No deal has been won or lost yet, so there are 0 deals to compare.";
    return { sentence, details: [], figures: [], aside: asideOf(minCell), method: [] };
  }
  if (facts.won + facts.lost < minCell) return tooFew(facts, minCell);
  const details = [named(facts), effort(facts), loss(facts), ...facts.absent];
  return {
    sentence: `${wonShare(facts)}, ${told(facts)}; ${paid(facts)}.`,
    details: details.filter((text) => text !== undefined),
    figures: figures(facts),
    aside: asideOf(minCell),
    method: winningMethod(facts.measure),
  };
}

function tooFew(facts: WinningFacts, minCell: number): Answer {
  const [one = facts.scope, many = `${facts.scope} deals`] = scopeWords[facts.scope] ?? [];
  const count = facts.won + facts.lost;
  const sentence = `${when(facts)} ${formatPlural(count, one, many)} ${count === 1 ? "was" : "were"} decided, fewer than the ${minCell} that it takes to say where we win.`;
  return {
    sentence,
    details: facts.absent,
    figures: [],
    aside: asideOf(minCell),
    method: winningMethod(facts.measure),
  };
}

const asideOf = (minCell: number) =>
  `Values with fewer than ${formatPlural(minCell, "decided deal")} say “too few” and nothing else. None of this says what would happen if effort moved: it says what happened.`;

function when({ quarters }: WinningFacts): string {
  if (quarters === null) return "In all history";
  return quarters === 1
    ? "In the last complete quarter"
    : `In the last ${quarters} complete quarters`;
}

function wonShare(facts: WinningFacts): string {
  const { scope, won, lost, lower, upper } = facts;
  const [one = scope, many = `${scope} deals`] = scopeWords[scope] ?? [];
  return `${when(facts)} we won ${formatRate(won / (won + lost))} of ${formatPlural(won + lost, one, many)} (${range(lower, upper)})`;
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

/** Where the share of won value is furthest above, and furthest below, that of the effort. */
function paid({ best, worst }: WinningFacts): string {
  const brought = (row: NamedYield, how: "most" | "least") =>
    `${namedYield(row)} brought ${how} won value for the effort, ${formatMultiple(row.yield)} its share`;
  if (best && worst) {
    return `${brought(best, "most")}, and ${namedYield(worst)} least, ${formatMultiple(worst.yield)}`;
  }
  if (best) return brought(best, "most");
  if (worst) return brought(worst, "least");
  return "what effort brought differs nowhere by more than chance explains";
}

function figures(facts: WinningFacts): Figure[] {
  const { scope, won, lost, lower, upper, best, worst, stage, measure } = facts;
  const [, deals = `${scope} deals`] = scopeWords[scope] ?? [];
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
    {
      label: `Win rate, ${deals}`,
      value: formatRate(won / (won + lost)),
      note: range(lower, upper),
    },
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
