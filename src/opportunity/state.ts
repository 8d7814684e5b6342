import type { PlainDate } from "../calendar.ts";

export type Status = "open" | "won" | "lost" | "deleted";

/** What an opportunity is from the end of one day until its next version. */
export interface Version {
  readonly opportunity_id: string;
  readonly valid_from: PlainDate;
  readonly status: Status;
  readonly rep_id: string;
  readonly segment: string | null;
  /** Minor units of its own currency; null when no amount is on file. */
  readonly amount_minor: number | null;
  readonly currency: string | null;
  readonly close_date: PlainDate | null;
}

/** Close dates that a pipeline is made of, both included; null takes every date and none. */
export type Span = { readonly start: PlainDate; readonly end: PlainDate } | null;

/** An opportunity at two dates; undefined where it didn't exist yet. */
export type Ends = readonly [before: Version | undefined, after: Version | undefined];

/** Every opportunity's versions at the end of two days, by its id; versions come in any order. */
export function endsOf(
  versions: Iterable<Version>,
  from: PlainDate,
  to: PlainDate,
): Map<string, Ends> {
  const ends = new Map<string, Ends>();
  for (const version of versions) {
    const [before, after] = ends.get(version.opportunity_id) ?? [undefined, undefined];
    ends.set(version.opportunity_id, [latest(before, version, from), latest(after, version, to)]);
  }
  return ends;
}

function latest(known: Version | undefined, candidate: Version, date: PlainDate) {
  if (candidate.valid_from > date) return known;
  return known === undefined || candidate.valid_from > known.valid_from ? candidate : known;
}

/** Whether a version is closed, won or lost. */
export const isClosed = ({ status }: Version): boolean => status === "won" || status === "lost";

/** Whether a close date lies in a span; a missing one lies only in that of all dates. */
export const isDated = ({ close_date }: Version, span: Span): boolean =>
  span === null || (close_date !== null && close_date >= span.start && close_date <= span.end);

/** Whether a version is part of the pipeline: open, and dated in the span. */
export const isInPipeline = (version: Version | undefined, span: Span): boolean =>
  version?.status === "open" && isDated(version, span);

/**
 * The day whose rate converts a version and whose teams it counts for: an open one's is the day
 * it is looked at, a closed one's its close date, as in the canonical table `opportunity`.
 */
export const dayOf = (version: Version, seen: PlainDate): PlainDate =>
  isClosed(version) ? (version.close_date ?? seen) : seen;
