import { formatCount, formatFineRate, formatMultiple, formatPeriod } from "../format.ts";
import type { Figure } from "./answer.ts";
import type { PipelineFacts } from "./pipeline.ts";

/** A share of deals in a complete quarter. */
export interface QuarterShare {
  readonly label: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The headline figures of the pipeline: how much is open, what it covers, and what slips. */
export function pipelineFigures(facts: PipelineFacts): Figure[] {
  const { open_deals, overdue_deals, current, textbook } = facts;
  return [
    {
      label: "Open deals",
      value: formatCount(open_deals),
      note: overdue_deals === 0 ? "none overdue" : `${formatCount(overdue_deals)} of them overdue`,
    },
    {
      label: "Coverage",
      value: multiple(current?.coverage ?? null),
      note: current
        ? `of what is left of ${formatPeriod(current.label)}’s quota`
        : "no quota on file",
    },
    {
      label: "Coverage needed",
      value: multiple(current?.needed ?? null),
      note:
        textbook === null
          ? "from past quarters"
          : `from past quarters; 1 ÷ win rate by value is ${formatMultiple(textbook)}`,
    },
    shareFigure("Slipped", facts.slip, "commit or best-case deals still open at its end"),
    shareFigure("Pushed", facts.push, "deals dated in it were dated out of it"),
  ];
}

const multiple = (value: number | null) => (value === null ? "–" : formatMultiple(value));

function shareFigure(label: string, share: QuarterShare | null, what: string): Figure {
  if (
    share === null ||
    share.value === null ||
    share.numerator === null ||
    share.denominator === null
  ) {
    return { label, value: "–", note: "not known of a complete quarter" };
  }
  const counts = `${formatCount(share.numerator)} of ${formatCount(share.denominator)}`;
  return {
    label: `${label}, ${formatPeriod(share.label)}`,
    value: formatFineRate(share.value),
    note: `${counts} ${what}`,
  };
}
