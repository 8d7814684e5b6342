import type { Credit } from "../../src/compensation/credit/credit.ts";
import type { Standing } from "../../src/compensation/pay/standing.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import type { SettledPlan } from "../../src/compensation/settle/in-turn.ts";
import type { Statement } from "../../src/compensation/settle/statement.ts";
import { lineRows, type SourceOf } from "./line-rows.ts";
import type { AttainmentRow, BalanceRow, CreditRow, PayRows, StatementRow } from "./pay-tables.ts";

/** Rows of `commission_attainment`. */
export const attainmentRows = (plan: PlanTerms, standings: readonly Standing[]): AttainmentRow[] =>
  standings.map(({ holder, component, period, credit, quota, target, nextTierFrom }) => ({
    holder_id: holder,
    plan: plan.name,
    component,
    period: period.period,
    period_start: period.periodStart,
    credit_cents: credit,
    quota_cents: quota,
    target_cents: target,
    next_tier_cents: nextTierFrom,
    currency: plan.currency,
  }));

/** A plan's pay as rows of `commission_credit`, `_line`, `_statement` and `_balance`. */
export const payRows = (
  plan: PlanTerms,
  credits: readonly Credit[],
  { lines, statements }: SettledPlan,
  sourceOf: SourceOf,
): PayRows => ({
  credits: creditRows(plan, credits, sourceOf),
  lines: lineRows(plan, lines, sourceOf),
  statements: statementRows(plan, statements),
  balances: balanceRows(plan, statements),
});

const creditRows = (plan: PlanTerms, credits: readonly Credit[], sourceOf: SourceOf): CreditRow[] =>
  credits.map((credit) => {
    const { file, line } = sourceOf(credit.opportunityId);
    return {
      credit_id: credit.creditId,
      plan: plan.name,
      rep_id: credit.repId,
      role: credit.role ?? "owner",
      credited_on: credit.date,
      opportunity_id: credit.opportunityId,
      deal_line_id: credit.lineId,
      deal_type: credit.type,
      product: credit.product,
      amount_cents: credit.amountCents,
      credit_cents: credit.creditCents,
      deal_cents: credit.dealCents,
      currency: plan.currency,
      reverses: credit.reverses,
      source_file: file,
      source_line: line,
    };
  });

const statementRows = (plan: PlanTerms, statements: readonly Statement[]): StatementRow[] =>
  statements.map((statement) => ({
    ...headOf(plan, statement),
    earned_cents: statement.earned,
    topped_up_cents: statement.toppedUp,
    advanced_cents: statement.advanced,
    recovered_cents: statement.recovered,
    paid_cents: statement.paid,
    currency: plan.currency,
  }));

/** Of pay periods in which anything was owed. */
const balanceRows = (plan: PlanTerms, statements: readonly Statement[]): BalanceRow[] =>
  statements
    .filter(
      ({ owedBefore, takenOver, advanced, owedAfter }) =>
        owedBefore !== 0 || takenOver !== 0 || advanced !== 0 || owedAfter !== 0,
    )
    .map((statement) => ({
      ...headOf(plan, statement),
      opening_cents: statement.owedBefore,
      taken_over_cents: statement.takenOver,
      advanced_cents: statement.advanced,
      recovered_cents: statement.recovered,
      handed_over_cents: statement.handedOver,
      closing_cents: statement.owedAfter,
      currency: plan.currency,
    }));

const headOf = (plan: PlanTerms, { repId, payPeriod }: Statement) => ({
  rep_id: repId,
  plan: plan.name,
  period: payPeriod.period,
  period_start: payPeriod.periodStart,
});
