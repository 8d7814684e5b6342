import { html } from "npm:htl";
import { formatDate, formatMoney, formatPeriod } from "../src/format.js";
import type { ChangeQuery } from "./changeRows.js";
import { key } from "./key.js";
import { absent } from "./pipelineTitles.js";
import type { Money } from "./quarterChart.js";
import { barInks, type WaterfallBar } from "./waterfallSteps.js";

/** How causes read, and what is behind those without deals. */
export type ChangeWords = Readonly<
  Record<string, { readonly label: string; readonly meaning: string; readonly behind?: string }>
>;

/** With the forecasts at both ends. */
export const withEnds = (
  words: ChangeWords,
  { since }: ChangeQuery,
  asOf: string,
): ChangeWords => ({
  ...words,
  before: {
    label: formatDate(since.cutoff),
    meaning: "What was expected at the end of that day.",
  },
  after: { label: formatDate(asOf), meaning: "What is expected now." },
});

/** `What moved the forecast of FY27 Q2, Enterprise East, since 26 Jun 2026`. */
export function changeTitle({ since, scope, label }: ChangeQuery): string {
  const whose = scope.entity_type === "company" ? "" : `, ${scope.label},`;
  return `What moved the forecast of ${formatPeriod(label)}${whose} since ${formatDate(since.cutoff)}`;
}

/** How the waterfall reads, and that its parts add up. */
export function changeCaption(bars: readonly WaterfallBar[], { currency_digits }: Money) {
  const read = (cents: number) => formatMoney(cents, currency_digits);
  const [before, after] = [bars[0]?.cents ?? Number.NaN, bars.at(-1)?.cents ?? Number.NaN];
  const moved = after - before;
  const difference = `${moved > 0 ? "+" : ""}${read(moved)}`;
  return html`${key([barInks.kept, "forecast"], [barInks.added, "added"], [barInks.gone, "taken"])}<br>The
    parts add up from ${read(before)} to ${read(after)} (${difference}) to the cent; nothing is
    simulated, so none of it is chance. The axis begins where the bars do, not at zero. A click on a
    row tells below what is behind it, as the choice under the chart does.`;
}

/** Why there is nothing to draw: no forecast then, or the same as now. */
export function nothingMoved(
  { since, scope, label }: ChangeQuery,
  [before]: readonly WaterfallBar[],
  { currency_digits }: Money,
): HTMLElement {
  const [period, day] = [formatPeriod(label), formatDate(since.cutoff)];
  if (!before) return remark(`${period} wasn’t forecast yet on ${day}.`);
  const amount = formatMoney(before.cents, currency_digits);
  return remark(
    `Nothing moved the forecast of ${period}, ${scope.label}, since ${day}: it was ${amount} then and is ${amount} now.`,
  );
}

/** A sentence in the place of a chart. */
const remark = (sentence: string): HTMLElement => html`<p class="caveat">${sentence}</p>`;

/** The heading over what is behind a cause. */
export const behindTitle = ({ bar, count }: WaterfallBar, words: ChangeWords): string =>
  `${count === null ? "What is behind" : "Deals behind"}: ${(words[bar]?.label ?? bar).toLowerCase()}`;

/** What can't be told apart where it isn't known which deals were open; nothing where it is. */
export const unknownDeals = ({ since }: ChangeQuery): HTMLElement | undefined =>
  since.is_deals_known
    ? undefined
    : absent(
        `Which deals were open on ${formatDate(since.cutoff)} isn’t known, so the forecast of that day came from past bookings alone: what was won is told apart, all other deals are in “New estimates”.`,
      );

/** `How the forecast of FY27 Q2 went`. */
export const pathTitle = ({ scope, label }: ChangeQuery): string =>
  `How the forecast of ${formatPeriod(label)}${scope.entity_type === "company" ? "" : `, ${scope.label},`} went`;
