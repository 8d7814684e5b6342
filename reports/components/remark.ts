import { html } from "npm:htl";

/** A sentence beside what it qualifies. */
export const remark = (text: string): HTMLElement => html`<p class="aside">${text}</p>`;

/** A sentence, then a link. */
export const remarkWithLink = (
  text: string,
  link: { readonly text: string; readonly href: string },
): HTMLElement => html`<p class="aside">${text} <a href=${link.href}>${link.text}</a>.</p>`;
