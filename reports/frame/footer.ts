import { formatDate } from "../src/format.js";
import { audienceOf, readEdition } from "./edition.ts";
import { escapeHtml } from "./html.ts";

const audienceNames: Readonly<Record<string, string>> = {
  all: "everybody in the company",
  leadership: "leadership",
};

/** What stands under every page: of what and when it is, from which exports, and for whom. */
export function footer({ path }: { readonly path: string }): string {
  const { company, as_of, currency, build_id, feeds } = readEdition();
  const word = audienceOf(path);
  const audience = word === undefined ? "" : ` For ${audienceNames[word] ?? word}.`;
  const drops = feeds.map(({ source, last_drop }) => `${source} ${formatDate(last_drop)}`);
  const exports = drops.length === 0 ? "" : ` Last export: ${drops.join(", ")}.`;
  return `<p>${escapeHtml(company)}, as of ${formatDate(as_of)}.${escapeHtml(exports)} All money in ${escapeHtml(currency)}.${audience} Edition ${escapeHtml(build_id)}.</p>`;
}
