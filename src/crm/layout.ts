import { nearest } from "../errors.ts";
import type { Feed, Layout } from "./feed.ts";
import { columnsOf, type ObjectName } from "./objects.ts";
import { salesforce } from "./salesforce.ts";

/** The CRMs whose exports are known without a mapping, by the `kind` that names them. */
export const layouts = { salesforce } as const satisfies Record<string, Layout>;

/** A company's own columns for an object, canonical name → heading; they go before the CRM's. */
export type ColumnOverrides = Readonly<
  Partial<Record<ObjectName, Readonly<Record<string, string>>>>
>;

/** The layout with a company's own columns put first. */
export function withOverrides(layout: Layout, overrides: ColumnOverrides): Layout {
  return { feeds: layout.feeds.map((feed) => overrideFeed(feed, overrides[feed.object] ?? {})) };
}

function overrideFeed(feed: Feed, overrides: Readonly<Record<string, string>>): Feed {
  const own = Object.entries(overrides).map(([column, heading]) => [column, [heading]] as const);
  return { ...feed, columns: { ...feed.columns, ...Object.fromEntries(own) } };
}

/** What a heading line gives: which heading is which canonical column, and what's amiss. */
export interface HeadingMatch {
  readonly matched: readonly (readonly [heading: string, column: string])[];
  /** Canonical columns that the object requires and no heading gives. */
  readonly missing: readonly { column: string; expected: string; near: string | undefined }[];
  /** Headings that feed nothing. */
  readonly unused: readonly string[];
}

/** Finds the canonical columns in a file's headings; white space around a heading is ignored. */
export function matchHeadings(feed: Feed, headings: readonly string[]): HeadingMatch {
  const byName = new Map(headings.map((heading) => [heading.trim(), heading]));
  const matched: [string, string][] = [];
  const missing: { column: string; expected: string; near: string | undefined }[] = [];
  for (const [column, { required, expected: wanted }] of Object.entries(columnsOf(feed.object))) {
    const expected = feed.columns[column] ?? [];
    const found = expected.map((name) => byName.get(name)).find((name) => name !== undefined);
    if (found !== undefined) matched.push([found, column]);
    else if (required || wanted) {
      const name = expected[0] ?? column;
      missing.push({ column, expected: name, near: nearest(name, headings) });
    }
  }
  const used = new Set(matched.map(([heading]) => heading));
  return { matched, missing, unused: headings.filter((heading) => !used.has(heading)) };
}
