import { nearest } from "../errors.ts";
import { type Feed, plainNotation } from "./feed.ts";
import { matchesPattern } from "./filename.ts";
import { columnsOf } from "./objects.ts";

/** Where a canonical column's text stands in a file. */
export type ColumnText =
  | string
  /** The first of these headings that isn't blank. */
  | { readonly first: readonly string[] }
  /** These headings with a blank between. */
  | { readonly joined: readonly string[] }
  | { readonly constant: string }
  /** A list of all these headings' texts, each with its labels. */
  | {
      readonly gathered: readonly {
        readonly heading: string;
        readonly labels: Readonly<Record<string, string>>;
      }[];
    };

/** What a heading line gives: where each canonical column's text stands, and what's amiss. */
export interface HeadingMatch {
  readonly matched: readonly (readonly [text: ColumnText, column: string])[];
  /** Canonical columns that the object requires and no heading gives. */
  readonly missing: readonly { column: string; expected: string; near: string | undefined }[];
  /** Headings that feed nothing. */
  readonly unused: readonly string[];
}

/** Finds the canonical columns in a file's headings; white space around a heading is ignored. */
export function matchHeadings(feed: Feed, headings: readonly string[]): HeadingMatch {
  const find = headingFinder(feed, headings);
  const matched: [ColumnText, string][] = [];
  const missing: { column: string; expected: string; near: string | undefined }[] = [];
  for (const [column, { required, expected: wanted }] of Object.entries(columnsOf(feed.object))) {
    const found = textOf(feed, column, headings, find);
    if (found !== undefined) matched.push([found, column]);
    else if (required || wanted) {
      const name = feed.columns[column]?.[0] ?? feed.joined?.[column]?.[0]?.[0] ?? column;
      missing.push({ column, expected: name, near: nearest(name, headings) });
    }
  }
  const used = new Set(matched.flatMap(([text]) => headingsOf(text)));
  const kept = (heading: string) => !used.has(heading) && !isBookkeeping(feed, heading.trim());
  return { matched, missing, unused: headings.filter(kept) };
}

type Find = (names: readonly string[]) => string | undefined;

/** A search for the first of several names among a file's headings: exact ones go before others. */
export function headingFinder(
  { notation = plainNotation }: Feed,
  headings: readonly string[],
): Find {
  const exact = new Map(headings.map((heading) => [heading.trim(), heading]));
  const searches = [(name: string) => exact.get(name)];
  if (notation.names === "loose") {
    const loose = unambiguous(headings, loosened);
    searches.push((name) => loose.get(loosened(name)));
  }
  if (notation.relations) {
    const bare = unambiguous(headings, (heading) => loosened(heading.replace(relation, "")));
    searches.push((name) => bare.get(loosened(name)));
  }
  return (names) => {
    for (const search of searches) {
      for (const name of names) {
        const found = search(name);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
}

const relation = /(?:\s*\([^()]*\)){2}\s*$/;

const loosened = (name: string) => name.toLowerCase().replaceAll(/[\s_]/g, "");

/** Headings by a rougher name; a name that two headings share is no name. */
function unambiguous(headings: readonly string[], rough: (heading: string) => string) {
  const byName = new Map<string, string | undefined>();
  for (const heading of headings) {
    const name = rough(heading);
    byName.set(name, byName.has(name) ? undefined : heading);
  }
  return byName;
}

function textOf(
  feed: Feed,
  column: string,
  headings: readonly string[],
  find: Find,
): ColumnText | undefined {
  const home = find(feed.columns.currency ?? []) === undefined;
  const own =
    (home ? find(feed.homeAmounts?.[column] ?? []) : undefined) ?? find(feed.columns[column] ?? []);
  const others = (feed.fallbacks?.[column] ?? []).map((name) => find([name]));
  const found = [...new Set([own, ...others])].filter((heading) => heading !== undefined);
  if (found.length > 1) return { first: found };
  if (found[0] !== undefined) return found[0];
  return (
    joinedText(feed, column, find) ??
    gatheredText(feed, column, headings) ??
    constantText(feed, column)
  );
}

function joinedText({ joined }: Feed, column: string, find: Find): ColumnText | undefined {
  const parts = (joined?.[column] ?? []).map(find).filter((heading) => heading !== undefined);
  return parts.length > 0 ? { joined: parts } : undefined;
}

function gatheredText({ gathered }: Feed, column: string, headings: readonly string[]) {
  const form = gathered?.[column];
  if (form === undefined) return undefined;
  const found = headings.flatMap((heading) => {
    const groups = form.exec(heading.trim())?.groups;
    return groups ? { heading, labels: { ...groups } } : [];
  });
  return found.length > 0 ? { gathered: found } : undefined;
}

function constantText({ constants }: Feed, column: string): ColumnText | undefined {
  const constant = constants?.[column];
  return constant === undefined ? undefined : { constant };
}

/** The headings that a column's text is taken from; none for a constant. */
export function headingsOf(text: ColumnText): readonly string[] {
  if (typeof text === "string") return [text];
  if ("first" in text) return text.first;
  if ("joined" in text) return text.joined;
  return "gathered" in text ? text.gathered.map(({ heading }) => heading) : [];
}

const isBookkeeping = ({ notation = plainNotation }: Feed, heading: string) =>
  (notation.bookkeeping ?? []).some((pattern) => matchesPattern(pattern, heading));
