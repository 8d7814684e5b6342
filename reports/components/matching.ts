import { html } from "npm:htl";
import { type Column, count, text } from "./column.js";
import { table } from "./table.js";

interface Match {
  readonly object: string;
  readonly source: string;
  readonly matched_with: string;
  readonly matched_by: string;
  readonly count_matched: number;
}

interface Unmatched {
  readonly object: string;
  readonly source: string;
  readonly entity_id: string;
  readonly name: string | null;
  readonly keys_tried: string;
}

const matchColumns: readonly Column<Match>[] = [
  text("Kind", (row) => row.object),
  text("Source", (row) => row.source),
  text("Matched with", (row) => row.matched_with),
  text("By", (row) => keyNames[row.matched_by] ?? row.matched_by),
  count("Matched", (row) => row.count_matched),
];

const unmatchedColumns: readonly Column<Unmatched>[] = [
  text("Kind", (row) => row.object),
  text("Source", (row) => row.source),
  text("Name", (row) => row.name),
  text("Id", (row) => row.entity_id),
  text("Keys tried", (row) => row.keys_tried),
];

const keyNames: Readonly<Record<string, string>> = {
  crm_user_id: "id on the roster",
  email: "email",
};

/** How accounts and people of several sources were matched, and who wasn't. */
export function matching(
  matches: readonly Match[],
  unmatched: readonly Unmatched[],
  countSources: number,
): HTMLElement {
  if (countSources < 2) {
    return html`<section class="table"><h2>Matched across sources</h2>
      <p class="aside">One source: nothing to match.</p></section>`;
  }
  return html`<div>${table(matches, matchColumns, {
    title: "Matched across sources",
    unit: ["kind of match", "kinds of match"],
    filename: "matched",
    none: "No account or rep of one source is matched with another's.",
  })}${table(unmatched, unmatchedColumns, {
    title: "Matched with nothing",
    unit: ["record", "records"],
    filename: "unmatched",
    none: "Every account and rep that was to be matched is.",
  })}</div>`;
}
