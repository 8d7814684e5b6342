import { html } from "npm:htl";

/** What is known of something, a name and a value each. */
export const factList = (
  facts: readonly (readonly [string, string | HTMLElement])[],
): HTMLElement =>
  html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
