import { monthsBetween, type PlainDate } from "../../src/calendar.ts";
import { capacityOf, loadsOf } from "../../src/territory/load.ts";
import type { BalanceMeasure, BalanceProblem } from "../../src/territory/problem.ts";
import type { PlannedMoves } from "../../src/workspace/planned-territories.ts";
import type { AccountRow, PlacedRow, PotentialRow, RepRow } from "./rows.ts";

/** What a balance is made from. */
export interface BalanceInputs {
  readonly accounts: readonly AccountRow[];
  /** What accounts are worth; empty where there is too little history to tell. */
  readonly potentials: readonly PotentialRow[];
  readonly reps: readonly RepRow[];
  /** Where the plan of territories places accounts; empty without one. */
  readonly placed: readonly PlacedRow[];
  readonly moves: PlannedMoves | undefined;
  readonly measures: readonly BalanceMeasure[];
  readonly ramp: readonly number[];
  readonly asOf: PlainDate;
}

/** Where no plan limits moves: as many accounts of a hundred. */
const movedShare = 0.05;
/** By how much a move must lower the worst deviation, where the plan doesn't say. */
const moveCost = 0.0005;

/**
 * The problem of the accounts that a carrier has, in pools by role and by what the plan keeps
 * moves within: a team, unless it says otherwise. What a plan holds out, excepts or protects stays.
 */
export function balanceProblem(inputs: BalanceInputs): BalanceProblem {
  const { accounts, potentials, reps, placed, moves, measures, ramp, asOf } = inputs;
  const carriers = new Map(reps.filter((rep) => rep.is_carrier).map((rep) => [rep.rep_id, rep]));
  const places = new Map(placed.map((row) => [row.account_id, row]));
  const isProtected = protector(moves?.protected ?? []);
  const sizes = new Map(potentials.map((row) => [row.account_id, row.potential_cents]));
  const held = accounts.flatMap((row) => {
    const place = places.get(row.account_id);
    const repId = placed.length > 0 ? place?.rep_id : row.rep_id;
    if (repId === undefined || repId === null || !carriers.has(repId)) return [];
    const isPlaced = place?.placed_by === "holdout" || place?.placed_by === "exception";
    return {
      id: row.account_id,
      name: row.name ?? row.account_id,
      repId,
      loads: loadsOf({
        // without history to tell accounts apart they count alike
        potential: sizes.size === 0 ? 1 : (sizes.get(row.account_id) ?? 0),
        openDeals: row.count_open,
        activities: row.count_activities,
        bookings: row.bookings_cents,
      }),
      isKept: isPlaced || isProtected(row),
      takers: null,
    };
  });
  const pooled = [...carriers.values()].map((rep) => ({
    id: rep.rep_id,
    name: rep.name,
    capacity: capacityOf(ramp, rep.hired_on === null ? null : monthsBetween(rep.hired_on, asOf)),
    pool: poolOf(rep, moves?.within ?? "team"),
  }));
  const holders = new Set(held.map(({ repId }) => repId));
  const shared = new Set(pooled.filter(({ id }) => holders.has(id)).map(({ pool }) => pool));
  return {
    measures,
    // where nobody has an account there is nothing to share out
    reps: pooled.filter(({ pool }) => shared.has(pool)),
    accounts: held,
    limits: {
      mostMoves: moves?.mostMoves ?? Math.ceil(movedShare * held.length),
      moveCost: moves?.keepIncumbents ?? moveCost,
    },
  };
}

function protector(names: readonly string[]): (row: AccountRow) => boolean {
  const known = new Set(names);
  return ({ account_id, name }) => known.has(account_id) || (name !== null && known.has(name));
}

/** Reps of one role who may pass accounts to each other, as a reader calls them. */
function poolOf({ team_id, region_id, role }: RepRow, within: PlannedMoves["within"]): string {
  const place = { team: team_id, region: region_id, company: "All" }[within] ?? "No team";
  return role === null ? place : `${place} (${role.replaceAll("_", " ")})`;
}
