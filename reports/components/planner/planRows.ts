import { type AttainmentBin, attainmentSpread } from "../../src/scenario/attainment-spread.js";
import type { FairnessGroup } from "../../src/scenario/fairness.js";
import type { Plan } from "../../src/scenario/plan.js";
import type { PlannedGroup, PlannedRep } from "../../src/scenario/planned.js";
import type { PlannerState } from "./store.js";

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
}

/** Reps of both plans, those of the scenario first. */
export function repRows({ plan, against, nameOf }: PlannerState): PlannedRow[] {
  return paired(plan.reps, against.plan.reps, ({ repId }) => repId).map(([id, now, before]) => ({
    id,
    name: nameOf(id),
    team: (now ?? before)?.teamId ?? "",
    quota: now?.quota ?? null,
    before: before?.quota ?? null,
    expected: now ? Math.round(now.production.mean) : null,
    odds: now?.odds ?? null,
    oddsBefore: before?.odds ?? null,
    heldBy: now?.bound ?? null,
  }));
}

/** Teams of both plans; their odds are those of their own quotas. */
export function teamRows({ plan, against }: PlannerState): PlannedRow[] {
  return paired(teamsOf(plan), teamsOf(against.plan), ({ id }) => id).map(([id, now, before]) => ({
    id,
    name: id,
    team: id,
    quota: now?.quota ?? null,
    before: before?.quota ?? null,
    expected: now?.expected ?? null,
    odds: now?.odds ?? null,
    oddsBefore: before?.odds ?? null,
    heldBy: null,
  }));
}

const teamsOf = ({ groups }: Plan) => groups.filter(({ level }) => level === "team");

function paired<Member extends PlannedRep | PlannedGroup>(
  now: readonly Member[],
  before: readonly Member[],
  idOf: (member: Member) => string,
): (readonly [string, Member | undefined, Member | undefined])[] {
  const earlier = new Map(before.map((member) => [idOf(member), member]));
  const later = new Map(now.map((member) => [idOf(member), member]));
  const ids = new Set([...later.keys(), ...earlier.keys()]);
  return [...ids].map((id) => [id, later.get(id), earlier.get(id)] as const);
}

/** Expected counts of reps by attainment, in both plans. */
export interface SpreadRow extends AttainmentBin {
  readonly isBefore: boolean;
}

export const spreadRows = ({ plan, against }: PlannerState): SpreadRow[] => [
  ...attainmentSpread(against.plan.reps).map((bin) => ({ ...bin, isBefore: true })),
  ...attainmentSpread(plan.reps).map((bin) => ({ ...bin, isBefore: false })),
];

/** A group's mean odds, beside those in the plan that it is compared with. */
export interface FairRow extends FairnessGroup {
  readonly before: number | null;
}

export function fairRows({ plan, against }: PlannerState): FairRow[] {
  const key = ({ factor, group }: FairnessGroup) => `${factor} ${group}`;
  const before = new Map(against.plan.fairness.map((row) => [key(row), row.odds]));
  return plan.fairness.map((row) => ({ ...row, before: before.get(key(row)) ?? null }));
}
