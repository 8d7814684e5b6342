import type { Answer } from "./edition.ts";
import { emphasise, escapeHtml } from "./html.ts";

/** The answer to a page's question and its headline figures, as HTML. */
export function answerHtml({ sentence, details, figures }: Answer): string {
  const more = details.map((text) => `<p class="detail">${emphasise(text)}</p>`).join("");
  return `<p class="answer">${emphasise(sentence)}</p>${more}${figuresHtml(figures)}`;
}

/** The remark that a page places itself, as HTML. */
export function asideHtml({ aside }: Answer): string {
  return aside === undefined ? "" : `<p class="aside">${escapeHtml(aside)}</p>`;
}

function figuresHtml(figures: Answer["figures"]): string {
  if (figures.length === 0) return "";
  const items = figures.map(
    ({ label, value, note }) =>
      `<div><dt>${escapeHtml(label)}</dt><dd><span class="value">${escapeHtml(value)}</span><span class="note">${escapeHtml(note)}</span></dd></div>`,
  );
  return `<dl class="headline">${items.join("")}</dl>`;
}
