import type { PlainDate } from "../calendar.ts";

export type Status = "open" | "won" | "lost" | "deleted";

/** What an opportunity is from the end of one day until its next version. */
export interface Version {
  readonly opportunity_id: string;
  readonly valid_from: PlainDate;
  /** The day of the drop that first told it. */
  readonly known_from: PlainDate;
  readonly status: Status;
  readonly rep_id: string;
  readonly segment: string | null;
  readonly territory_id: string | null;
  /** Minor units of its own currency; null when no amount is on file. */
  readonly amount_minor: number | null;
  readonly currency: string | null;
  readonly close_date: PlainDate | null;
}

/** Close dates that a pipeline is made of, both included; null takes every date and none. */
export type Span = { readonly start: PlainDate; readonly end: PlainDate } | null;

/** Whose knowledge is asked for: what all drops tell today, or what those up to each date had told. */
export type Knowledge = "today" | "then";

/** An opportunity at two dates; undefined where it didn't exist, or no drop had told of it. */
export interface Ends {
  /** At the first date, as the drops up to it had told; `before` itself with today's knowledge. */
  readonly told: Version | undefined;
  /** At the first date, as the drops that count at the later one tell. */
  readonly before: Version | undefined;
  readonly after: Version | undefined;
}

/** Two dates in order, and by whose knowledge they are seen. */
export interface Dates {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly known: Knowledge;
}

/** Every opportunity's versions at the end of two days, by its id; versions come in any order. */
export function endsOf(versions: Iterable<Version>, { from, to, known }: Dates): Map<string, Ends> {
  const [first, last] = known === "then" ? [from, to] : [null, null];
  const ends = new Map<string, Ends>();
  for (const version of versions) {
    const found = ends.get(version.opportunity_id);
    ends.set(version.opportunity_id, {
      told: latest(found?.told, version, { date: from, by: first }),
      before: latest(found?.before, version, { date: from, by: last }),
      after: latest(found?.after, version, { date: to, by: last }),
    });
  }
  return ends;
}

/** What is asked of versions: the last up to a date that drops up to a day told, or that any did. */
interface Reading {
  readonly date: PlainDate;
  readonly by: PlainDate | null;
}

function latest(found: Version | undefined, candidate: Version, { date, by }: Reading) {
  if (candidate.valid_from > date || (by !== null && candidate.known_from > by)) return found;
  return found === undefined || isLater(candidate, found) ? candidate : found;
}

/** Of two versions of one day the one told later is what the day ended with. */
const isLater = (one: Version, other: Version) =>
  one.valid_from === other.valid_from
    ? one.known_from > other.known_from
    : one.valid_from > other.valid_from;

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
