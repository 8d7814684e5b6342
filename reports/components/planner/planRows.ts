import { type AttainmentBin, attainmentSpread } from "../../src/scenario/attainment-spread.js";
import { paired } from "../../src/scenario/diff.js";
import type { FairnessGroup } from "../../src/scenario/fairness.js";
import type { Plan } from "../../src/scenario/plan.js";
import type { PlannedGroup, PlannedRep } from "../../src/scenario/planned.js";
import type { PlannerState } from "./draft.js";

/** A rep or a team as planned, beside the plan that it is compared with; minor units. */
export interface PlannedRow {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly quota: number | null;
  readonly before: number | null;
  readonly expected: number | null;
  readonly odds: number | null;
  readonly oddsBefore: number | null;
  readonly heldBy: string | null;
  /** Whether a quota can be settled by hand: not of who has yet to be hired, or isn't there. */
  readonly maySettle: boolean;
}

/** Reps of both plans, those of the scenario first. */
export function repRows({ worked, against, nameOf }: PlannerState): PlannedRow[] {
  const pairs = paired(worked.plan.reps, against.plan.reps, ({ repId }) => repId);
  return pairs.map(([now, before]) => {
    const { repId, teamId } = (now ?? before) as PlannedRep;
    return {
      id: repId,
      name: nameOf(repId),
      team: teamId,
      quota: now?.quota ?? null,
      before: before?.quota ?? null,
      expected: now ? Math.round(now.production.mean) : null,
      odds: now?.odds ?? null,
      oddsBefore: before?.odds ?? null,
      heldBy: now?.bound ?? null,
      maySettle: now !== undefined && !now.isHire,
    };
  });
}

/** Teams of both plans; their odds are those of their own quotas. */
export function teamRows({ worked, against }: PlannerState): PlannedRow[] {
  const pairs = paired(teamsOf(worked.plan), teamsOf(against.plan), ({ id }) => id);
  return pairs.map(([now, before]) => {
    const { id } = (now ?? before) as PlannedGroup;
    return {
      id,
      name: id,
      team: id,
      quota: now?.quota ?? null,
      before: before?.quota ?? null,
      expected: now?.expected ?? null,
      odds: now?.odds ?? null,
      oddsBefore: before?.odds ?? null,
      heldBy: null,
      maySettle: now !== undefined,
    };
  });
}

const teamsOf = ({ groups }: Plan) => groups.filter(({ level }) => level === "team");

/** Expected counts of reps by attainment, in both plans. */
export interface SpreadRow extends AttainmentBin {
  readonly isBefore: boolean;
}

export const spreadRows = ({ worked, against }: PlannerState): SpreadRow[] => [
  ...attainmentSpread(against.plan.reps).map((bin) => ({ ...bin, isBefore: true })),
  ...attainmentSpread(worked.plan.reps).map((bin) => ({ ...bin, isBefore: false })),
];

/** A group's mean odds, beside those in the plan that it is compared with. */
export interface FairRow extends FairnessGroup {
  readonly before: number | null;
}

export function fairRows({ worked, against }: PlannerState): FairRow[] {
  const key = ({ factor, group }: FairnessGroup) => `${factor} ${group}`;
  const before = new Map(against.plan.fairness.map((row) => [key(row), row.odds]));
  return worked.plan.fairness.map((row) => ({ ...row, before: before.get(key(row)) ?? null }));
}
