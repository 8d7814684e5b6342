import { formatDate } from "../src/format.js";
import type { Answers, WordedMetric } from "./edition.ts";
import { escapeHtml } from "./html.ts";

/** What a page's `<!-- method: … -->` names: metrics and the tables that they come from. */
export interface MethodNote {
  readonly metrics: readonly string[];
  readonly tables: readonly string[];
}

/** Reads `<!-- method: bookings, win_rate; tables: kpi, opportunity -->`. */
export function parseMethodNote(comment: string): MethodNote | undefined {
  const match = /<!-- method:([^;]*)(?:; tables:(.*))? -->/.exec(comment);
  if (!match) return undefined;
  return { metrics: words(match[1]), tables: words(match[2]) };
}

/**
 * How a page's figures were computed: how the main ones are made, formulas from the registry,
 * sources, as-of.
 *
 * @throws Error when a named metric isn't defined
 */
export function methodHtml(
  { metrics, tables }: MethodNote,
  answers: Answers,
  paragraphs: readonly string[] = [],
): string {
  const { edition } = answers;
  const rows = metrics.map((name) => metricHtml(metricNamed(answers.metrics, name)));
  const formulas = rows.length === 0 ? "" : `<dl class="formulas">${rows.join("")}</dl>`;
  const prose = paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join("");
  const sources = tables.map((table) => `<code>${escapeHtml(table)}</code>`).join(", ");
  return `<section class="method" aria-labelledby="method"><h2 id="method">How this was computed</h2>${prose}${formulas}<p>From the tables ${sources}, as known on ${formatDate(edition.as_of)}. <a href="./data-quality">Where they come from</a>; <a href="./methods">every definition</a>.</p>${askedAgain(metrics)}</section>`;
}

/** How to ask a page's figures as known on another day, and which rows they are made of. */
const askedAgain = ([metric = "bookings"]: readonly string[]) =>
  `<p>As known on another day: <code>quotabook rebuild &lt;workspace&gt; --as-of YYYY-MM-DD --out &lt;folder&gt;</code>. Which rows make a figure: <code>quotabook trace &lt;workspace&gt; ${escapeHtml(metric)}</code>.</p>`;

function metricNamed(metrics: readonly WordedMetric[], name: string): WordedMetric {
  const metric = metrics.find((candidate) => candidate.metric === name);
  if (!metric) throw new Error(`unknown metric: ${name}`);
  return metric;
}

const metricHtml = ({ label, formula, date_basis, null_rule }: WordedMetric) =>
  `<div><dt>${escapeHtml(label)}</dt><dd><span class="formula">${escapeHtml(formula)}</span><span class="note">Dated by ${escapeHtml(date_basis)}. ${escapeHtml(null_rule)}</span></dd></div>`;

const words = (list: string | undefined) =>
  (list ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
