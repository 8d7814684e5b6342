import { html } from "npm:htl";
import { formatCount, formatPlural } from "../src/format.js";
import type { RowsState } from "./rows.js";

/** How many rows were found, of how many when not all of them. */
export function countText(
  found: number,
  all: number,
  [one, many]: readonly [string, string],
): string {
  if (found < all) return `${formatCount(found)} of ${formatPlural(all, one, many)}`;
  return formatPlural(all, one, many);
}

/** What a print, which holds one page of a table, leaves to the file; not shown on a screen. */
export const paperNote = (more: number): string =>
  more === 0 ? "" : `, ${formatCount(more)} more of them in the CSV`;

/** Buttons to the pages before and after; none where one page holds all. */
export function pageButtons(
  found: number,
  pageSize: number,
  page: number,
  change: (part: Partial<RowsState>) => void,
): HTMLElement[] {
  const pages = Math.ceil(found / pageSize);
  if (pages < 2) return [];
  const button = (label: string, name: string, to: number) =>
    html`<button type="button" aria-label=${name} disabled=${to < 0 || to >= pages}
      onclick=${() => change({ page: to })}>${label}</button>`;
  const position = html`<span>${`${page + 1} of ${pages}`}</span>`;
  return [button("‹", "Previous page", page - 1), position, button("›", "Next page", page + 1)];
}
