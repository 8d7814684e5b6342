import { formatPeriod } from "../src/format.js";
import type { Scope } from "../src/opportunity/holder.js";
import type { Knowledge, Span } from "../src/opportunity/state.js";
import { choice, type Option, toggle } from "./choice.js";
import type { CoverageRow } from "./coverageChart.js";
import { otherDates } from "./dayChoice.js";
import { entityKey } from "./drill.js";

/** Two dates that have a waterfall of their own. */
export interface Window {
  readonly name: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly span_label: string;
}

export interface SpanPeriod {
  readonly period: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly label: string;
  readonly is_current: boolean;
}

export interface Entity extends Scope {
  readonly label: string;
}

/** Every date rather than a fiscal period. */
export const anyDate = "";

/** The dates to compare: what readers ask for most, or any others. */
export function windowChoice(windows: readonly Window[]): HTMLElement {
  const named = windows.map(({ name, label }) => ({ value: name, label }));
  return choice("Compare", [...named, { value: otherDates, label: "Other dates" }]);
}

/** The close dates whose pipeline is looked at: a fiscal period, or all. */
export function spanChoice(
  periods: readonly SpanPeriod[],
  window: Window | undefined,
): HTMLElement {
  const headings: Readonly<Record<string, string>> = { quarter: "Quarters", year: "Years" };
  const options = [...periods]
    .sort((a, b) => a.period.localeCompare(b.period) || (a.period_start < b.period_start ? 1 : -1))
    .map(
      ({ period, label }): Option => ({
        value: label,
        label: formatPeriod(label),
        group: headings[period] ?? period,
      }),
    );
  const current = periods.find((row) => row.period === "quarter" && row.is_current);
  const initial = window?.span_label ?? current?.label ?? anyDate;
  return choice("Deals dated in", [{ value: anyDate, label: "Any period" }, ...options], initial);
}

/** By whose knowledge the dates are seen: what all exports tell, or what those up to each date had. */
export function knowledgeChoice(): HTMLElement {
  const options: readonly { readonly value: Knowledge; readonly label: string }[] = [
    { value: "today", label: "today" },
    { value: "then", label: "then" },
  ];
  return toggle("As known", options, "today");
}

/** The span that a choice of `spanChoice` names. */
export function spanOf(label: string, periods: readonly SpanPeriod[]): Span {
  const period = periods.find((row) => row.label === label);
  return period ? { start: period.period_start, end: period.period_end } : null;
}

const groups: Readonly<Record<string, string>> = {
  company: "Company",
  region: "Regions",
  team: "Teams",
  rep: "Reps",
  segment: "Segments",
  territory: "Territories",
};

interface Asked {
  readonly label?: string;
  /** The key of an entity; another one asks for the first. */
  readonly asked?: string | null;
}

/** Whose figures are looked at, the company's first; its value is the place among them. */
export function entityChoice(
  entities: readonly Entity[],
  { label = "Waterfall for", asked = null }: Asked = {},
): HTMLElement {
  return choice(
    label,
    entities.map((entity, index) => ({
      value: String(index),
      label: entity.label,
      group: groups[entity.entity_type] ?? entity.entity_type,
    })),
    String(entities.findIndex((entity) => entityKey(entity) === asked)),
  );
}

/** Quarters with coverage, the current one first. */
export function quarterChoice(rows: readonly CoverageRow[]): HTMLElement {
  const labels = [...new Map(rows.map((row) => [row.label, row.is_current]))];
  return choice(
    "Coverage of",
    labels.map(([label, is_current]) => ({
      value: label,
      label: `${formatPeriod(label)}${is_current ? " (what is left of it)" : ""}`,
    })),
  );
}
