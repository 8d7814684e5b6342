import type { Attained } from "../../src/quota/attained-reps.ts";
import { auditFairness, fairnessAlpha } from "../../src/quota/fairness.ts";
import { isThere, type Records } from "../../src/quota/seller.ts";
import type { Run } from "../run.ts";
import type { SetRow, TraitRow } from "./rows.ts";

/** Older quarters tell of quotas that nobody sets any more. */
const quartersLooked = 8;

/** Writes `quota_fairness`; without quotas of the past it is empty. */
export async function writeFairness(
  { warehouse, progress }: Run,
  records: Records,
  set: readonly SetRow[],
): Promise<void> {
  const traits = await warehouse.table<TraitRow>("quota_trait", ["rep_id"]);
  const findings = auditFairness(
    attainedOf(records, set),
    traits.map((row) => ({
      repId: row.rep_id,
      potentialIndex: row.potential_index,
      tenureYears: row.tenure_years,
      region: row.region_id,
      team: row.team_id,
      manager: row.manager_id,
    })),
  );
  await warehouse.append(
    "quota_fairness",
    findings.map(({ factor, level, reps, effect, lower, upper, probability }) => ({
      factor,
      level,
      count_reps: reps,
      effect,
      lower_95: lower,
      upper_95: upper,
      probability,
      is_apart: probability < fairnessAlpha,
    })),
  );
  progress.step("quota_fairness", findings.length);
}

/** Quarters with a quota of reps who were there for all of them. */
function attainedOf({ sellers }: Records, set: readonly SetRow[]): Attained[] {
  const byId = new Map(sellers.map((seller) => [seller.repId, seller]));
  const quarters = set.filter(
    ({ period, month_number }) => period === "quarter" && month_number >= 0,
  );
  const starts = [...new Set(quarters.map((row) => row.period_start))].sort();
  const looked = new Set(starts.slice(-quartersLooked));
  return quarters.flatMap((row) => {
    const seller = byId.get(row.rep_id);
    const last = row.month_number + row.count_months - 1;
    if (!seller || !looked.has(row.period_start)) return [];
    if (!isThere(seller, row.month_number) || !isThere(seller, last)) return [];
    const booked = seller.monthly.slice(row.month_number, last + 1).reduce((a, b) => a + b, 0);
    return [{ repId: row.rep_id, quota: row.quota_cents, booked }];
  });
}
