import { html } from "npm:htl";
import { formatDate, formatMoney, formatPeriod, formatPlural } from "../src/format.js";
import type { Knowledge } from "../src/opportunity/state.js";
import { key } from "./key.js";
import { anyDate, type Entity } from "./pipelineChoices.js";
import type { StageMetric } from "./stageRows.js";
import { type BarWords, barInks, type WaterfallBar } from "./waterfallSteps.js";

interface Days {
  readonly from: string;
  readonly to: string;
}

/** `What changed the pipeline of FY27 Q2, Enterprise East, from 30 Apr 2026 to 3 Jul 2026`. */
export function waterfallTitle(
  { entity_type, label }: Entity,
  spanLabel: string,
  { from, to }: Days,
): string {
  const of =
    spanLabel === anyDate ? "the whole pipeline" : `the pipeline of ${formatPeriod(spanLabel)}`;
  const whose = entity_type === "company" ? "" : `, ${label},`;
  const [first = from, last = to] = [from, to].sort();
  return `What changed ${of}${whose} from ${formatDate(first)} to ${formatDate(last)}`;
}

/** Says so when the dates are in reverse; empty where they aren't, in the place of what was said. */
export const reversedNote = ({ from, to }: Days): HTMLElement =>
  from > to
    ? absent(`The first date is the later one; shown: ${formatDate(to)} to ${formatDate(from)}.`)
    : html`<span hidden></span>`;

/** How the waterfall reads, and by which exports it knows what it shows. */
export function waterfallCaption(
  known: Knowledge,
  { from, to }: Days,
  drops: readonly string[],
): HTMLElement {
  return html`${waterfallKey()}<br>${knowledgeWords(known, { from, to }, drops)} A click on a row
    lists its deals below, as the choice under the chart does.`;
}

const waterfallKey = () =>
  key(
    [barInks.kept, "open at either end, or won"],
    [barInks.added, "added"],
    [barInks.gone, "gone"],
  );

function knowledgeWords(known: Knowledge, { from, to }: Days, drops: readonly string[]): string {
  if (known === "today") return "";
  const [first = from, last = to] = [from, to].sort();
  const told = (day: string) => drops.filter((drop) => drop <= day).at(-1);
  const [before, after] = [told(first), told(last)];
  if (after === undefined)
    return `No export is dated up to ${formatDate(last)}: nothing was known.`;
  const opening =
    before === undefined
      ? `The opening is empty, as no export is dated up to ${formatDate(first)}`
      : `The opening is as exports up to ${formatDate(before)} told it`;
  return `${opening}, the closing as those up to ${formatDate(after)} did. What they told later of the first day is in “Exported later”.`;
}

/** What isn't in a list that holds only the first of its deals; nothing where it holds all. */
export function restNote(
  listed: readonly (number | null)[],
  count: number,
  cents: number | null | undefined,
  digits: number,
): HTMLElement | undefined {
  const more = count - listed.length;
  if (more <= 0) return undefined;
  const left = (cents ?? 0) - listed.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  return absent(
    `${formatPlural(more, "more deal")}, worth ${formatMoney(left, digits)}, ${more === 1 ? "is" : "are"} counted and not listed.`,
  );
}

/** How long deals stay in their stages, and in which period those that left it did so. */
export function ageCaption(metrics: readonly StageMetric[]): string {
  const stays = metrics.filter(({ metric }) => metric === "stage_days");
  const labels = [...new Set(stays.map(({ label }) => formatPeriod(label)))];
  const left =
    labels.length === 0
      ? "No complete period has a history of stages, so how long deals usually stay isn’t known."
      : `Ochre: deals that left the stage in ${labels.join(", ")}.`;
  return `Blue: deals open in the stage. ${left} Each with the median and the middle half.`;
}

/** The heading over the deals of a bar. */
export const dealsTitle = (bar: Pick<WaterfallBar, "bar"> | undefined, words: BarWords): string =>
  bar === undefined ? "Deals" : `Deals behind: ${(words[bar.bar]?.label ?? bar.bar).toLowerCase()}`;

/** What the percentages of the funnel are of, or why there are none. */
export function stageCaption(metrics: readonly StageMetric[]): string {
  const conversions = metrics.filter(({ metric }) => metric === "stage_conversion");
  const labels = [...new Set(conversions.map(({ label }) => formatPeriod(label)))];
  if (labels.length === 0) {
    return "What share of deals goes on from each stage isn’t known: no complete period has a history of deals (an export of it, or several drops of deals).";
  }
  return `Bars: amounts of open deals. Percentages: of the deals that entered the stage in ${labels.join(", ")}, those that have gone on to a later one or were won.`;
}

/** A sentence in the place of what isn't known. */
export const absent = (sentence: string): HTMLElement => html`<p class="aside">${sentence}</p>`;
