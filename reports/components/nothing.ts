import { html } from "npm:htl";

/**
 * Takes the place of what a block showed before: one that shows nothing leaves it there. As a
 * choice it is null.
 */
export const nothing = (): HTMLElement =>
  Object.assign(html`<span hidden></span>`, { value: null });
