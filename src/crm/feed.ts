import type { ObjectName } from "./objects.ts";

/** How a CRM writes, whatever the object. */
export interface Notation {
  /** Whether probabilities and shares are written 65 or 0.65. */
  readonly shares: "percent" | "fraction";
  /** Whether numbers may be written in the user's locale, 1.234,56, or always with a point. */
  readonly numbers: "point" | "local";
  /** Whether headings and file names match without regard to case, blanks and underscores. */
  readonly names: "exact" | "loose";
  /** Headings of files whose moments are in UTC without saying so: a warehouse connector's. */
  readonly utc?: RegExp;
  /** Headings may end in the relation that they come over: `Account Name (Account Name) (Account)`. */
  readonly relations?: true;
  /** Headings that are bookkeeping and feed nothing on purpose; `*` stands for any text. */
  readonly bookkeeping?: readonly string[];
}

/** Headings as warehouse connectors write them, `close_date`: they keep moments in UTC. */
export const connectorHeadings = /^_?[a-z0-9]+(_[a-z0-9]+)*$/;

/** How a company's own files and mapped tables are written. */
export const plainNotation: Notation = { shares: "fraction", numbers: "point", names: "exact" };

/** Headings by canonical column: those that it may have, the most specific first. */
export type Headings = Readonly<Record<string, readonly string[]>>;

/**
 * One kind of file of an export: which canonical object it feeds and which of its headings is
 * which canonical column.
 */
export interface Feed {
  /** The file's name without its ending, `OpportunityHistory`; also the feed's name. */
  readonly file: string;
  /** Other names that the file may have; `*` stands for any text. */
  readonly names?: readonly string[];
  readonly object: ObjectName;
  readonly columns: Headings;
  /** Headings read in their order where the column's own is blank: an open deal's expected date. */
  readonly fallbacks?: Headings;
  /** Columns made of several headings with a blank between: a name, or a key where rows have none. */
  readonly joined?: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Columns that every row has alike. */
  readonly constants?: Readonly<Record<string, string>>;
  /** Columns that gather all headings of a form; its named groups tell the headings apart. */
  readonly gathered?: Readonly<Record<string, RegExp>>;
  /** Amounts in the company's currency, read first where no heading names a deal's own. */
  readonly homeAmounts?: Headings;
  /** For a column what its values mean: option codes, a CRM's own words; "" is none. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Plain unless said. */
  readonly notation?: Notation;
  /** Without this file there is nothing to report on. */
  readonly required?: true;
  /** Refuses headings it doesn't know: for files that people write by our own format. */
  readonly strict?: true;
}

/** What a CRM's exports look like. */
export interface Layout {
  readonly feeds: readonly Feed[];
  /** Values under which the CRM itself knows a stage → the stage's name as the CRM ships it. */
  readonly stages?: Readonly<Record<string, string>>;
}

/** A layout whose feeds are all written in one notation. */
export function layoutIn(
  notation: Notation,
  feeds: readonly Feed[],
  stages: Readonly<Record<string, string>> = {},
): Layout {
  return { feeds: feeds.map((feed) => ({ ...feed, notation })), stages };
}
