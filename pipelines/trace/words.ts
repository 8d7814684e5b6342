import { formatPlural } from "../../src/format.ts";
import type { RowSource } from "../../src/metrics/trace.ts";
import type { Asked } from "./asked.ts";

/** A figure as the table `kpi` has it. */
export interface Figure {
  readonly breakdown: string | null;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number;
  readonly status: string;
}

/** What the rows make: the figure as published, and which columns of the rows add up to it. */
export function figureWords(
  { metric, cell, label, as_of }: Asked,
  figures: readonly Figure[],
  source: RowSource | null,
): string {
  const of = `${metric.metric} of ${cell.entity_type} ${cell.entity_id}, ${label}, ${cell.view}, as of ${as_of}`;
  return `${of}: ${published(figures)}.\n${sumWords(metric, source)}`;
}

function published(figures: readonly Figure[]): string {
  const [whole] = figures;
  if (whole === undefined) return "no figure in this period";
  if (whole.breakdown !== null) return `${formatPlural(figures.length, "figure")}, by breakdown`;
  const { value, numerator, denominator, n, status } = whole;
  const divided = denominator === null ? "" : ` = ${numerator} ÷ ${denominator}`;
  return `${value ?? "absent"}${divided} (n ${n}, ${status})`;
}

function sumWords({ components, denominator }: Asked["metric"], source: RowSource | null): string {
  if (source === null) {
    return `It isn't a sum over deals or leads: this is what ${components} holds of it.`;
  }
  const above = `The numerator adds up ${source.numerator}`;
  const below =
    source.denominator === null
      ? denominator && `, the denominator is ${denominator} of ${components}`
      : `, the denominator ${source.denominator}`;
  return `${above}${below ?? ""}; cents are minor units.`;
}
