import { html } from "npm:htl";
import { formatCount, formatValue } from "../src/format.js";
import { capital } from "../src/narrative/initial.js";
import type { ScoredCell, ScoredComponent } from "./scorecard.js";
import type { ScoreLine } from "./scoreLines.js";

/** The KPI's name, opening to what it tells, how it is worked out, what was divided, and its parts. */
export function scoreDetails({ metric, cell, parts }: ScoreLine, digits: number): HTMLElement {
  const sums = cell === undefined ? [] : sumsOf(cell, metric.components, digits);
  const quartiles = cell === undefined ? "" : quartileWords(cell, metric.unit, digits);
  const dimensions = new Set(parts.map((part) => dimensionOf(part)));
  const rows = parts.map((part) => {
    const spread = quartileWords(part, metric.unit, digits);
    return html`<li>${nameOf(part, dimensions.size > 1)}: ${formatValue(part.value, metric.unit, digits)}${spread === "" ? "" : `; ${spread}`}
      <span class="muted">(n ${formatCount(part.n)})</span></li>`;
  });
  return html`<details class="kpi"><summary>${metric.label}</summary>
    <p>${metric.definition}</p><p>${metric.formula}. ${metric.null_rule}</p>
    ${quartiles === "" ? "" : html`<p>${capital(quartiles)}.</p>`}
    ${sums.length === 0 ? "" : html`<ul class="sums">${sums.map((words) => html`<li>${words}</li>`)}</ul>`}
    ${rows.length === 0 ? "" : html`<ul>${rows}</ul>`}</details>`;
}

/** What was divided by what, and how many stand behind it. */
function sumsOf(
  { numerator, denominator, n }: ScoredCell,
  { above, below, counted }: ScoreLine["metric"]["components"],
  digits: number,
): string[] {
  const words = (heading: string, value: number | null, component: ScoredComponent | null) =>
    value === null || component === null
      ? []
      : [`${heading}: ${formatValue(value, component.unit, digits)}, ${component.label}`];
  return [
    ...words("Numerator", numerator, above),
    ...words("Denominator", denominator, below),
    `n: ${formatCount(n)}${counted === null ? "" : `, ${counted.label}`}`,
  ];
}

function quartileWords(
  { lower_quartile, median, upper_quartile }: ScoredCell,
  unit: ScoreLine["metric"]["unit"],
  digits: number,
): string {
  if (lower_quartile === null || median === null || upper_quartile === null) return "";
  const read = (value: number) => formatValue(value, unit, digits);
  return `of single deals: median ${read(median)}, middle half ${read(lower_quartile)} to ${read(upper_quartile)}`;
}

const dimensionOf = ({ breakdown }: ScoredCell) => /^(\w+): /.exec(breakdown ?? "")?.[1] ?? "";

/** A part by its own name, with its dimension where parts have several. */
function nameOf(part: ScoredCell, hasSeveral: boolean): string {
  const name = part.breakdown ?? "";
  if (dimensionOf(part) === "") return capital(name.replaceAll("_", " "));
  return hasSeveral ? capital(name) : name.replace(/^\w+: /, "");
}
