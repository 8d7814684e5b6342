import { addMonths, type PlainDate } from "../../src/calendar.ts";
import { currencyDigits } from "../../src/money.ts";
import { frontier, totalForShare } from "../../src/quota/frontier.ts";
import { levelTotals } from "../../src/quota/levels.ts";
import type { ProductionModel } from "../../src/quota/production-model.ts";
import {
  outlookOf,
  type QuotaPart,
  type Recommended,
  recommendQuotas,
} from "../../src/quota/recommend.ts";
import { candidatesOf, type SalesYear } from "../../src/quota/sales-year.ts";
import type { Records } from "../../src/quota/seller.ts";
import { roundingUnit } from "../../src/quota/spread.ts";
import type { Run } from "../run.ts";
import { frontierRows, levelRows } from "./levels.ts";
import { reasonOf } from "./reasons.ts";
import type { TargetRow } from "./rows.ts";

interface RecommendationInputs {
  /** The company's, whole minor units. */
  readonly target: number;
  readonly quarters: readonly TargetRow[];
  readonly year: SalesYear;
  readonly model: ProductionModel | null;
  readonly records: Records;
}

/** Writes the recommended quotas of every level, and the frontier of total against share at quota. */
export async function writeRecommendation(run: Run, inputs: RecommendationInputs): Promise<void> {
  const { company } = run.workspace;
  const { year, target, quarters } = inputs;
  const { overAssignment, guardrails } = company.quota;
  const totals = levelTotals(target, overAssignment);
  const candidates = candidatesOf(year);
  const options = { total: totals.rep, guardrails, ...roundingOf(run, totals.rep, year) };
  const { reps } = recommendQuotas(candidates, options);
  const yearStart = quarters[0]?.year_start ?? "";
  await run.warehouse.append(
    "quota_recommendation",
    repRows(reps, { ...inputs, digits: options.currencyDigits }, yearStart),
  );
  run.progress.step("quota_recommendation", reps.length);
  const placed = reps.map(({ repId, quota }) => ({ repId, quota, ...placeOf(year, repId) }));
  await run.warehouse.append("quota_level", levelRows(placed, { totals, yearStart, company }));
  const carriers = candidates.map(({ carrier }) => carrier);
  const aimed = totalForShare(carriers, guardrails, company.settings.shareAtQuotaAim);
  const points = [
    ...frontier(carriers, guardrails).map((one) => ({ ...one, point: "curve" })),
    { total: totals.rep, share: meanOdds(reps), point: "recommended" },
    ...(aimed === null
      ? []
      : [{ total: aimed, share: company.settings.shareAtQuotaAim, point: "aim" }]),
  ];
  await run.warehouse.append("quota_frontier", frontierRows(points));
}

/** What a company's quotas are rounded to, and the decimals of its currency. */
function roundingOf({ workspace }: Run, total: number, { sellers }: SalesYear) {
  const digits = currencyDigits(workspace.company.currency);
  const { roundTo } = workspace.company.quota;
  const unit =
    roundTo === null ? roundingUnit(total, sellers.length, digits) : roundTo * 10 ** digits;
  return { unit, currencyDigits: digits };
}

const meanOdds = (reps: readonly Recommended[]) =>
  reps.reduce((sum, { odds }) => sum + odds, 0) / reps.length;

function placeOf({ sellers }: SalesYear, repId: string) {
  const { teamId, regionId } = sellers.find((one) => one.repId === repId) ?? {};
  return { teamId: teamId ?? "unassigned", regionId: regionId ?? "unassigned" };
}

function repRows(
  reps: readonly Recommended[],
  { year, model, records, digits }: RecommendationInputs & { readonly digits: number },
  yearStart: PlainDate,
) {
  const sellers = new Map(records.sellers.map((seller) => [seller.repId, seller]));
  return reps.flatMap((rep) => {
    const seller = sellers.get(rep.repId);
    const reasons = seller && model ? reasonOf(rep, { seller, model, year, digits }) : "";
    return rep.parts.map((part) => partRow(rep, part, reasons, yearStart));
  });
}

function partRow(rep: Recommended, part: QuotaPart, reasons: string, yearStart: PlainDate) {
  const { expected, lower, upper, odds } = outlookOf(part);
  const isYear = part.period === "year";
  const months = { year: 0, quarter: 3 * part.place, month: part.place }[part.period];
  return {
    rep_id: rep.repId,
    period: part.period,
    period_start: addMonths(yearStart, months),
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
