import type { PlainDate } from "../../src/calendar.ts";
import type { ProductionModel } from "../../src/quota/production-model.ts";
import { outlookOf, type QuotaPart, type Recommended } from "../../src/quota/recommend.ts";
import type { Records } from "../../src/quota/seller.ts";
import type { PlanBase } from "../../src/scenario/base.ts";
import type { Plan } from "../../src/scenario/plan.ts";
import type { Run } from "../run.ts";
import { partStart } from "../scenario/rows.ts";
import { frontierRows, levelRows } from "./levels.ts";
import { reasonOf } from "./reasons.ts";

interface RecommendationInputs {
  readonly base: PlanBase;
  /** The base's own, without a scenario. */
  readonly plan: Plan;
  readonly model: ProductionModel;
  readonly records: Records;
}

/** Writes the recommended quotas of every level, and the frontier of total against share at quota. */
export async function writeRecommendation(
  { workspace, warehouse, progress }: Run,
  inputs: RecommendationInputs,
): Promise<void> {
  const { base, plan } = inputs;
  const { company } = workspace;
  const { yearStart } = base;
  await warehouse.append("quota_recommendation", repRows(inputs));
  progress.step("quota_recommendation", plan.reps.length);
  await warehouse.append(
    "quota_level",
    levelRows(plan.reps, { totals: plan.totals, yearStart, company }),
  );
  const points = [
    ...plan.frontier.map((one) => ({ ...one, point: "curve" })),
    { total: plan.totals.rep, share: plan.shareAtQuota, point: "recommended" },
    ...(plan.aimed === null ? [] : [{ total: plan.aimed, share: plan.aim, point: "aim" }]),
  ];
  await warehouse.append("quota_frontier", frontierRows(points));
}

function repRows({ base, plan, model, records }: RecommendationInputs) {
  const sellers = new Map(records.sellers.map((seller) => [seller.repId, seller]));
  const options = { model, year: base.year, digits: base.currencyDigits };
  return plan.reps.flatMap((rep) => {
    const seller = sellers.get(rep.repId);
    const reasons = seller ? reasonOf(rep, { ...options, seller }) : "";
    return rep.parts.map((part) => partRow(rep, part, reasons, base.yearStart));
  });
}

function partRow(rep: Recommended, part: QuotaPart, reasons: string, yearStart: PlainDate) {
  const { expected, lower, upper, odds } = outlookOf(part);
  const isYear = part.period === "year";
  return {
    rep_id: rep.repId,
    period: part.period,
    period_start: partStart(yearStart, part),
    quota_cents: part.quota,
    expected_cents: expected,
    lower_80_cents: lower,
    upper_80_cents: upper,
    attainment_probability: odds,
    allocator_even_cents: isYear ? rep.allocated.even : null,
    allocator_prior_year_cents: isYear ? rep.allocated.prior_year : null,
    allocator_trailing_cents: isYear ? rep.allocated.trailing : null,
    allocator_potential_cents: isYear ? rep.allocated.potential : null,
    held_by: rep.bound,
    reasons,
  };
}
