import { html } from "npm:htl";
import { formatPeriod } from "../src/format.js";
import type { NeedWords } from "../src/narrative/forecast-need.js";
import { type AheadPeriod, isAmong } from "./outlookChoices.js";
import { remark } from "./remark.js";

/** A number never parts from its unit at the end of a line. */
const unbroken = (text: string): string => text.replaceAll(/(\d) (?=%|[kM]\b|bn\b)/g, "$1\u00a0");

/** Where an entity lands, in a sentence. */
export const landingText = (name: string, sentence: string): HTMLElement =>
  html`<p class="landing">${unbroken(`${name}: ${sentence}`)}</p>`;

/** What would have to be true: what it is about, then the ways, each of which would do. */
export const needText = ({ lead, ways }: NeedWords): HTMLElement =>
  html`<div><p>${unbroken(lead)}</p>${
    ways.length === 0
      ? ""
      : html`<ul class="ways">${ways.map((way) => html`<li>${unbroken(way)}</li>`)}</ul>`
  }</div>`;

/** Why it isn't told what would have to be true. */
export function needless(
  name: string,
  chosen: AheadPeriod | undefined,
  quarters: readonly AheadPeriod[],
): HTMLElement {
  if (quarters.length === 0) return remark("No quarter is forecast yet.");
  if (isAmong(quarters, chosen)) {
    const period = formatPeriod(chosen.label);
    return remark(
      `${name} has no target for ${period} on file: quotas come from plans/quotas.csv or the CRM, goals from plans/goals.yaml.`,
    );
  }
  const choices = quarters.map(({ label }) => formatPeriod(label)).join(" or ");
  return remark(`This is told of the quarter in progress and the next one: choose ${choices}.`);
}
