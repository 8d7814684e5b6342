import { formatDate } from "../src/format.js";
import { readEdition } from "./edition.ts";
import { escapeHtml } from "./html.ts";

/** What stands under every page: of what and when it is, and for whom. */
export function footer({ data }: { data: { readonly audience?: string } }): string {
  const { company, as_of, currency, build_id } = readEdition();
  const audience = data.audience ? ` For ${escapeHtml(data.audience)}.` : "";
  return `<p>${escapeHtml(company)}, as of ${formatDate(as_of)}. All money in ${escapeHtml(currency)}.${audience} Edition ${escapeHtml(build_id)}.</p>`;
}
