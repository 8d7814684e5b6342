import type { Period, PlainDate } from "../../src/calendar.ts";
import type { AssetMonthRow } from "./accounting/rows.ts";
import type { BalanceRow, CreditRow, LineRow, StatementRow } from "./pay-tables.ts";
import type { PlanFile } from "./plans.ts";
import type { Seal, SealedInput, SealedPlan } from "./seals.ts";

/** The tables of pay as the last rebuild wrote them. */
export interface PayTables {
  readonly credits: readonly CreditRow[];
  readonly lines: readonly LineRow[];
  readonly statements: readonly StatementRow[];
  readonly balances: readonly BalanceRow[];
  readonly assetMonths: readonly AssetMonthRow[];
}

/** Credits and months of the books that seals hold, by what tells them apart. */
export const heldBy = (seals: readonly Seal[]): string[] =>
  seals.flatMap(({ plans }) =>
    plans.flatMap(({ credits, assetMonths = [] }) => [
      ...credits.map(creditKey),
      ...assetMonths.map(assetKey),
    ]),
  );

const assetKey = ({ plan, component, opportunity_id, month }: AssetMonthRow) =>
  JSON.stringify([plan, component, opportunity_id, month]);

const creditKey = ({ plan, credit_id }: CreditRow) => `${plan} ${credit_id}`;

/** A pay period as it stands, to be kept. */
export function sealOf(
  { label, period, periodStart, periodEnd }: Period,
  {
    run: { as_of, build_id },
    inputs,
    plans,
    tables,
    known,
  }: {
    readonly run: { readonly as_of: PlainDate; readonly build_id: string };
    readonly inputs: readonly SealedInput[];
    readonly plans: readonly PlanFile[];
    readonly tables: PayTables;
    /** What earlier seals hold. */
    readonly known: ReadonlySet<string>;
  },
): Seal {
  const isOf = (row: { readonly period: string; readonly period_start: PlainDate }) =>
    row.period === period && row.period_start === periodStart;
  const sealedPlan = ({ file, sha256, terms }: PlanFile): SealedPlan => {
    const isOwn = (row: { readonly plan: string }) => row.plan === terms.name;
    return {
      plan: terms.name,
      file,
      sha256,
      credits: tables.credits.filter(
        (row) => isOwn(row) && row.credited_on <= periodEnd && !known.has(creditKey(row)),
      ),
      lines: tables.lines.filter((row) => isOwn(row) && isOf(row)),
      statements: tables.statements.filter((row) => isOwn(row) && isOf(row)),
      balances: tables.balances.filter((row) => isOwn(row) && isOf(row)),
      assetMonths: tables.assetMonths.filter(
        (row) => isOwn(row) && row.month <= periodEnd && !known.has(assetKey(row)),
      ),
    };
  };
  return {
    label,
    period,
    period_start: periodStart,
    period_end: periodEnd,
    closed_on: as_of,
    build_id,
    inputs,
    plans: plans.map(sealedPlan),
  };
}
