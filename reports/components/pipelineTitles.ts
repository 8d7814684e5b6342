import { html } from "npm:htl";
import { formatDate, formatPeriod } from "../src/format.js";
import type { ListedBar } from "../src/opportunity/listing.js";
import { anyDate, type Entity } from "./pipelineChoices.js";
import type { StageMetric } from "./stageRows.js";
import type { BarWords } from "./waterfallSteps.js";

/** `What changed the pipeline of FY27 Q2, Enterprise East, from 30 Apr 2026 to 3 Jul 2026`. */
export function waterfallTitle(
  { entity_type, label }: Entity,
  spanLabel: string,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  const of =
    spanLabel === anyDate ? "the whole pipeline" : `the pipeline of ${formatPeriod(spanLabel)}`;
  const whose = entity_type === "company" ? "" : `, ${label},`;
  const [first = from, last = to] = [from, to].sort();
  return `What changed ${of}${whose} from ${formatDate(first)} to ${formatDate(last)}`;
}

/** The heading over the deals of a bar. */
export const dealsTitle = (bar: ListedBar | undefined, words: BarWords): string =>
  bar === undefined ? "Deals" : `Deals behind: ${(words[bar.bar]?.label ?? bar.bar).toLowerCase()}`;

/** What the percentages of the funnel are of, or why there are none. */
export function stageCaption(metrics: readonly StageMetric[]): string {
  const conversions = metrics.filter(({ metric }) => metric === "stage_conversion");
  const labels = [...new Set(conversions.map(({ label }) => formatPeriod(label)))];
  if (labels.length === 0) {
    return "What share of deals goes on from each stage isn’t known: no complete period has a history of deals (OpportunityHistory.csv, or several drops of Opportunity.csv).";
  }
  return `Bars: amounts of open deals. Percentages: of the deals that entered the stage in ${labels.join(", ")}, those that have gone on to a later one or were won.`;
}

/** A sentence in the place of what isn't known. */
export const absent = (sentence: string): HTMLElement => html`<p class="aside">${sentence}</p>`;
