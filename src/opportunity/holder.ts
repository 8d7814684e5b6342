import type { PlainDate } from "../calendar.ts";
import { dayOf, type Version } from "./state.ts";

/** A rep's place over a span of dates; `valid_to` is the next one's first day. */
export interface Assignment {
  readonly rep_id: string;
  readonly team_id: string;
  readonly region_id: string;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate;
}

/** Whom an opportunity counts for on a day. */
export interface Holder {
  readonly rep_id: string;
  readonly team_id: string;
  readonly region_id: string;
  readonly segment: string;
  /** Null where the opportunity is in none. */
  readonly territory_id: string | null;
}

/** The one whose pipeline is looked at. */
export interface Scope {
  readonly entity_type: "company" | "region" | "team" | "rep" | "segment" | "territory";
  readonly entity_id: string;
}

/** Whether what a holder has counts for a scope. */
export type Holds = (holder: Holder) => boolean;

/** Whom a version counts for, seen on a day. */
export type HolderOf = (version: Version, seen: PlainDate) => Holder;

const columns = {
  region: "region_id",
  team: "team_id",
  rep: "rep_id",
  segment: "segment",
  territory: "territory_id",
} as const;

/** Whom a scope takes in: everybody, or the holders that carry its id. */
export function holdsFor({ entity_type, entity_id }: Scope): Holds {
  if (entity_type === "company") return () => true;
  const column = columns[entity_type];
  return (holder) => holder[column] === entity_id;
}

/**
 * Places owners in the teams and regions they were in on the day, not in those they are in now;
 * without an assignment the place is `unassigned`.
 *
 * @param assignments one for each day of a rep, in any order
 */
export function holderBy(assignments: readonly Assignment[]): HolderOf {
  const byRep = new Map<string, Assignment[]>();
  for (const assignment of assignments) {
    const own = byRep.get(assignment.rep_id);
    if (own) own.push(assignment);
    else byRep.set(assignment.rep_id, [assignment]);
  }
  return (version, seen) => {
    const on = dayOf(version, seen);
    const own = byRep.get(version.rep_id);
    const place = own?.find(({ valid_from, valid_to }) => valid_from <= on && on < valid_to);
    return {
      rep_id: version.rep_id,
      team_id: place?.team_id ?? "unassigned",
      region_id: place?.region_id ?? "unassigned",
      segment: version.segment ?? "unassigned",
      territory_id: version.territory_id,
    };
  };
}
