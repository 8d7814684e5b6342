import { escapeHtml } from "../../reports/frame/html.ts";

/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

/** What may stand in a template: text is escaped, nothing is left out. */
export type Content = Html | string | number | null | readonly Content[];

/**
 * A piece of a page; whatever is put into it is shown as text, in elements and in attributes in quotes.
 * Null shows nothing, lists show their members one after the other.
 */
export const html = (strings: TemplateStringsArray, ...values: readonly Content[]): Html => ({
  html: strings.reduce((text, string, at) => text + shown(values[at - 1] ?? null) + string),
});

/** Text of our own that is HTML already, such as the style of a page. */
export const asHtml = (text: string): Html => ({ html: text });

function shown(content: Content): string {
  if (content === null) return "";
  if (typeof content === "string") return escapeHtml(content);
  if (typeof content === "number") return String(content);
  return "html" in content ? content.html : content.map(shown).join("");
}
