import { type FiscalCalendar, grains, type PlainDate, periodOf } from "../../../src/calendar.ts";
import { accruals } from "../../../src/compensation/accounting/accrual.ts";
import { amortisationAhead } from "../../../src/compensation/accounting/ahead.ts";
import { firstDay, monthNumber } from "../../../src/compensation/accounting/months.ts";
import type { AccountingPolicy } from "../../../src/compensation/accounting/policy.ts";
import { rollForward } from "../../../src/compensation/accounting/rollforward.ts";
import { standing } from "../../../src/compensation/accounting/schedule.ts";
import type { PolicyFacts } from "../../../src/narrative/accounting-policy.ts";
import { grouped } from "../../../src/statistics/grouped.ts";
import type { PlanBooks } from "./plan-books.ts";
import type { AccrualRow, AmortisationRow, AssetRow, RollForwardRow } from "./rows.ts";

/** Rows of `commission_asset`: of each component and deal that was ever an asset. */
export const assetRows = (books: readonly PlanBooks[]): AssetRow[] =>
  books.flatMap(({ plan, currency, schedule }) =>
    schedule.assets
      .filter(({ movements }) => movements.some(({ capitalisedCents }) => capitalisedCents !== 0))
      .map(({ component, contract, kind, life, movements }) => ({
        plan,
        component,
        opportunity_id: contract.opportunityId,
        deal_type: kind,
        starts_on: life.from,
        ends_on: life.until,
        months: life.months,
        ended_on: life.endedOn,
        capitalised_cents: sumOf(movements, ({ capitalisedCents }) => capitalisedCents),
        amortised_cents: sumOf(movements, ({ amortisedCents }) => amortisedCents),
        impaired_cents: sumOf(movements, ({ impairedCents }) => impairedCents),
        closing_cents: standing(movements),
        currency,
      })),
  );

/** Rows of `commission_rollforward`: by type of deal, months and what they sum to. */
export function rollForwardRows(
  books: readonly PlanBooks[],
  asOf: PlainDate,
  calendar: FiscalCalendar,
): RollForwardRow[] {
  const movements = books.flatMap(({ currency, schedule: { assets, expensed } }) => [
    ...assets.map((asset) => ({ currency, kind: asset.kind, movements: asset.movements })),
    ...expensed.map((one) => ({ currency, kind: one.kind, movements: [one] })),
  ]);
  const groups = grouped(movements, ({ currency, kind }) => `${currency} ${kind ?? "none"}`);
  return [...groups.values()].flatMap((own) => {
    const { currency = "", kind = null } = own[0] ?? {};
    const deal_type = kind ?? "none";
    const months = rollForward(
      own.flatMap((one) => one.movements),
      monthNumber(asOf),
    );
    return summed(months, calendar).map(({ period, period_start, first, last, rows }) => ({
      period,
      period_start,
      deal_type,
      opening_cents: first.openingCents,
      capitalised_cents: sumOf(rows, ({ capitalisedCents }) => capitalisedCents),
      amortised_cents: sumOf(rows, ({ amortisedCents }) => amortisedCents),
      impaired_cents: sumOf(rows, ({ impairedCents }) => impairedCents),
      closing_cents: last.closingCents,
      expensed_cents: sumOf(rows, ({ expensedCents }) => expensedCents),
      currency,
    }));
  });
}

/** Rows of `commission_accrual`: months and what they sum to. */
export function accrualRows(
  books: readonly PlanBooks[],
  asOf: PlainDate,
  calendar: FiscalCalendar,
): AccrualRow[] {
  return [...grouped(books, ({ currency }) => currency)].flatMap(([currency, own]) => {
    const lines = own.flatMap((one) => one.lines);
    const statements = own.flatMap((one) => one.statements);
    const months = accruals(lines, statements, monthNumber(asOf));
    return summed(months, calendar).map(({ period, period_start, first, last, rows }) => ({
      period,
      period_start,
      opening_cents: first.openingCents,
      earned_cents: sumOf(rows, ({ earnedCents }) => earnedCents),
      guaranteed_cents: sumOf(rows, ({ guaranteedCents }) => guaranteedCents),
      settled_cents: sumOf(rows, ({ settledCents }) => settledCents),
      closing_cents: last.closingCents,
      advance_opening_cents: first.advanceOpeningCents,
      advanced_cents: sumOf(rows, ({ advancedCents }) => advancedCents),
      recovered_cents: sumOf(rows, ({ recoveredCents }) => recoveredCents),
      advance_closing_cents: last.advanceClosingCents,
      paid_cents: sumOf(rows, ({ paidCents }) => paidCents),
      currency,
    }));
  });
}

/** Rows of `commission_amortisation`: what is ahead of the assets that stand, by month. */
export function amortisationRows(
  books: readonly PlanBooks[],
  by: "month" | "day",
  asOf: PlainDate,
): AmortisationRow[] {
  const sums = new Map<string, AmortisationRow>();
  for (const { currency, schedule } of books) {
    for (const asset of schedule.assets) {
      const deal_type = asset.kind ?? "none";
      for (const { month, cents } of amortisationAhead(asset, by, monthNumber(asOf))) {
        const key = `${currency} ${deal_type} ${month}`;
        const amortised_cents = (sums.get(key)?.amortised_cents ?? 0) + cents;
        sums.set(key, { month: firstDay(month), deal_type, amortised_cents, currency });
      }
    }
  }
  return [...sums.values()];
}

/** The row of `commission_policy`. */
export const policyRow = (policy: AccountingPolicy): PolicyFacts => ({
  capitalised_credit: policy.capitalised.credit,
  capitalised_measures: policy.capitalised.measures,
  excepted_components: policy.capitalised.except,
  is_expedient: policy.isExpedient,
  is_commensurate: policy.isCommensurate,
  customer_life_months: policy.customerLifeMonths,
  term_months: policy.termMonths,
  new_benefit: String(policy.benefits.new),
  expansion_benefit: String(policy.benefits.expansion),
  renewal_benefit: String(policy.benefits.renewal),
  amortised_by: policy.by,
  amortised_from: policy.from,
  lost_after_days: policy.lostAfterDays,
  paid_after_months: policy.paidAfterMonths,
});

/** Months, and the quarters and years that they are of; the last ones as far as they have come. */
function summed<Month extends { readonly month: number }>(
  months: readonly Month[],
  calendar: FiscalCalendar,
) {
  return grains.flatMap((grain) => {
    const startOf = ({ month }: Month) => periodOf(firstDay(month), grain, calendar).periodStart;
    return [...grouped(months, startOf)].flatMap(([period_start, rows]) => {
      const [first, last] = [rows[0], rows.at(-1)];
      return first && last ? [{ period: grain, period_start, first, last, rows }] : [];
    });
  });
}

const sumOf = <Row>(rows: readonly Row[], cents: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + cents(row), 0);
