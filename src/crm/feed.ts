import type { ObjectName } from "./objects.ts";

/**
 * One kind of file of an export: which canonical object it feeds and which of its headings is
 * which canonical column.
 */
export interface Feed {
  /** The file's name without its ending, `OpportunityHistory`; also the feed's name. */
  readonly file: string;
  readonly object: ObjectName;
  /** For each canonical column the headings it may have, the most specific first. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Without this file there is nothing to report on. */
  readonly required?: true;
  /** Refuses headings it doesn't know: for files that people write by our own format. */
  readonly strict?: true;
}

/** What a CRM's exports look like. */
export interface Layout {
  readonly feeds: readonly Feed[];
}
