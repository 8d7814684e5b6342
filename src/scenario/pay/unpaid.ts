import type { YearSeller } from "../../quota/sales-year.ts";
import type { PlannedRep } from "../planned.ts";
import type { PayBase } from "./base.ts";

/** Reps of a plan whom nobody pays: neither they nor anybody of their role are under a compensation plan. */
export function unpaidReps(
  { people, planOfRole }: PayBase,
  reps: readonly PlannedRep[],
  sellers: readonly YearSeller[],
): string[] {
  const known = new Set(people.map(({ repId }) => repId));
  const roles = new Map(sellers.map(({ repId, role }) => [repId, role]));
  const isPaid = ({ repId }: PlannedRep) =>
    known.has(repId) || planOfRole[roles.get(repId) ?? ""] !== undefined;
  return reps.filter((rep) => !isPaid(rep)).map(({ repId }) => repId);
}
