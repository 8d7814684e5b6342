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

/** A row of a plan file or of the CRM that gives a quota or a part of it. */
export interface QuotaRow {
  readonly period: string;
  readonly period_start: string;
  readonly quota_cents: number;
  readonly file: string | null;
  readonly line: number | null;
}

/** What a figure is, and what it is made of. */
export interface Found {
  readonly figures: readonly Figure[];
  readonly source: RowSource | null;
  readonly quotas: readonly QuotaRow[];
}

/** What the rows make: the figure as published, and which columns of the rows add up to it. */
export function figureWords({ metric, cell, label, as_of }: Asked, found: Found): string {
  const of = `${metric.metric} of ${cell.entity_type} ${cell.entity_id}, ${label}, ${cell.view}, as of ${as_of}`;
  const lines = [`${of}: ${published(found.figures)}.`, sumWords(metric, found.source)];
  return [...lines, ...found.quotas.map(quotaWords)].join("\n");
}

const quotaWords = ({ period, period_start, quota_cents, file, line }: QuotaRow) =>
  `Quota of the ${period} from ${period_start}: ${quota_cents}, ${file ?? "no file"}, line ${line ?? "–"}.`;

function published(figures: readonly Figure[]): string {
  const [whole] = figures;
  if (whole === undefined) return "no figure in this period";
  if (figures.length > 1 && whole.breakdown !== null) {
    return `${formatPlural(figures.length, "figure")}, by breakdown; --breakdown "${whole.breakdown}" tells of one`;
  }
  const { breakdown, value, numerator, denominator, n, status } = whole;
  const of = breakdown === null ? "" : `${breakdown}: `;
  const divided = denominator === null ? "" : ` = ${numerator} ÷ ${denominator}`;
  return `${of}${value ?? "absent"}${divided} (n ${n}, ${status})`;
}

function sumWords({ components, denominator }: Asked["metric"], source: RowSource | null): string {
  if (source === null) {
    return `The rows behind it aren't listed: it is worked out from what ${components} holds, which stands below.`;
  }
  const above = `The numerator adds up ${source.numerator}`;
  const below =
    source.denominator === null
      ? denominator && `, the denominator is ${denominator} of ${components}`
      : `, the denominator ${source.denominator}`;
  return `${above}${below ?? ""}; cents are minor units.`;
}
