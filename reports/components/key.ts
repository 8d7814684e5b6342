import { html } from "npm:htl";

/** A colour as a chart draws it and what it stands for. */
export type KeyEntry = readonly [colour: string, meaning: string];

/** Swatches in a chart's very colours, each with its meaning: right in either theme, unlike the name of a shade. */
export const key = (...entries: readonly KeyEntry[]): HTMLElement =>
  html`<span class="key">${entries.map(
    ([colour, meaning]) => html`<span><i style=${`background: ${colour}`}></i>${meaning}</span>`,
  )}</span>`;
