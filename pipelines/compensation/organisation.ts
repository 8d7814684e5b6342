import type { PlainDate } from "../../src/calendar.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { AssignmentRow } from "./rows.ts";

/** Who was where in the organisation on a day. */
export interface Organisation {
  readonly placeOf: (repId: string, on: PlainDate) => AssignmentRow | undefined;
  /** The person's manager, the manager's manager, and so on. */
  readonly managersOf: (repId: string, on: PlainDate) => string[];
  readonly membersOf: (teamId: string, on: PlainDate) => string[];
}

/** The organisation by its effective-dated places. */
export function organisationOf(assignments: readonly AssignmentRow[]): Organisation {
  const byRep = grouped(assignments, ({ rep_id }) => rep_id);
  const byTeam = grouped(assignments, ({ team_id }) => team_id);
  const holds = ({ valid_from, valid_to }: AssignmentRow, on: PlainDate) =>
    valid_from <= on && on < valid_to;
  const placeOf = (repId: string, on: PlainDate) =>
    byRep.get(repId)?.find((place) => holds(place, on));
  const managersOf = (repId: string, on: PlainDate): string[] => {
    const chain: string[] = [];
    for (let at = placeOf(repId, on)?.manager_id ?? null; at !== null; ) {
      // people who manage each other are a finding; here the chain ends
      if (chain.includes(at) || at === repId) break;
      chain.push(at);
      at = placeOf(at, on)?.manager_id ?? null;
    }
    return chain;
  };
  const membersOf = (teamId: string, on: PlainDate) =>
    (byTeam.get(teamId) ?? []).filter((place) => holds(place, on)).map(({ rep_id }) => rep_id);
  return { placeOf, managersOf, membersOf };
}
