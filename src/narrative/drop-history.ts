import { formatDate } from "../format.ts";
import { listWords } from "./answer.ts";

/**
 * What it means that sources give no history of their deals.
 *
 * @param first_known the first day of which anything is known
 * @returns null when every source gives one
 */
export function dropHistoryWords(
  sources: readonly string[],
  first_known: string | null,
): string | null {
  if (sources.length === 0 || first_known === null) return null;
  return `${listWords(sources)} ${sources.length === 1 ? "gives" : "give"} no history of deals: what a deal was is taken from the difference of successive exports, and nothing is known of it before ${formatDate(first_known)}.`;
}
