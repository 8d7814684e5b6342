import { currencyDigits } from "../../src/money.ts";
import type { ProductionModel } from "../../src/quota/production-model.ts";
import type { SalesYear } from "../../src/quota/sales-year.ts";
import { roundingUnit } from "../../src/quota/spread.ts";
import type { MovableAccount, Newcomer, PlanBase } from "../../src/scenario/base.ts";
import { usualEarnings } from "../../src/scenario/earnings.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { Run } from "../run.ts";
import type { AccountRow, SellerRow, TargetRow } from "./rows.ts";

interface BaseInputs {
  readonly year: SalesYear;
  readonly model: ProductionModel;
  readonly sellers: readonly SellerRow[];
  readonly accounts: readonly AccountRow[];
  readonly quarter: TargetRow;
  /** The planned fiscal year, such as FY28. */
  readonly label: string;
}

/** The plan that scenarios are written over, from what the past taught and the company's policy. */
export function planBaseOf({ workspace }: Run, inputs: BaseInputs): PlanBase {
  const { company } = workspace;
  const { year, model, sellers, quarter } = inputs;
  const digits = currencyDigits(company.currency);
  const { growth, overAssignment, guardrails, roundTo } = company.quota;
  const target = quarter.planned_cents ?? quarter.forecast_cents ?? 0;
  return {
    company: company.name,
    currency: company.currency,
    currencyDigits: digits,
    label: inputs.label,
    yearStart: quarter.year_start,
    year,
    names: Object.fromEntries(sellers.map(({ rep_id, name }) => [rep_id, name ?? rep_id])),
    newcomers: newcomersOf(year, model),
    accounts: movable(inputs.accounts),
    planned: quarter.planned_cents,
    forecast: quarter.forecast_cents,
    growth,
    overAssignment,
    guardrails,
    unit:
      roundTo === null ? roundingUnit(target, year.sellers.length, digits) : roundTo * 10 ** digits,
    aim: company.settings.shareAtQuotaAim,
  };
}

/** Of each role somebody with the usual territory and the usual ratio to what it is worth. */
function newcomersOf({ sellers }: SalesYear, model: ProductionModel): Newcomer[] {
  return [...grouped(sellers, ({ role }) => role)].map(([role, own]) => ({
    role,
    full: Array.from({ length: 12 }, (_, month) =>
      mean(own.map((seller) => (seller.full[month] ?? 0) / model.ratioOf(seller).mean)),
    ),
    ratioVariance: model.heterogeneity.between,
    earnings: usualEarnings(own, role),
  }));
}

/** Each account with its part of what its rep's accounts are worth. */
function movable(rows: readonly AccountRow[]): MovableAccount[] {
  return [...grouped(rows, ({ rep_id }) => rep_id)].flatMap(([repId, own]) => {
    const worth = own.reduce((sum, { expected_cents }) => sum + expected_cents, 0);
    if (worth <= 0) return [];
    return own.map(({ account_id, expected_cents }) => ({
      accountId: account_id,
      repId,
      share: expected_cents / worth,
    }));
  });
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
