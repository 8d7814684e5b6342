import type { Period, PlainDate } from "../../src/calendar.ts";
import type { AssetMonthRow } from "./accounting/rows.ts";
import type { BalanceRow, CreditRow, LineRow, StatementRow } from "./pay-tables.ts";
import type { PlanFile } from "./plans.ts";
import {
  creditKey,
  type KnownCredits,
  knownCredits,
  type Seal,
  type SealedInput,
  type SealedPlan,
} from "./seals.ts";

/** The tables of pay as the last rebuild wrote them. */
export interface PayTables {
  readonly credits: readonly CreditRow[];
  readonly lines: readonly LineRow[];
  readonly statements: readonly StatementRow[];
  readonly balances: readonly BalanceRow[];
  readonly assetMonths: readonly AssetMonthRow[];
}

/** What a plan's earlier seals don't know of its credits by the end of a period. */
function creditNews(
  plan: string,
  periodEnd: PlainDate,
  { credits }: PayTables,
  known: KnownCredits,
): Pick<SealedPlan, "credits" | "withdrawn"> {
  const own = credits.filter((row) => row.plan === plan);
  const there = new Set(own.map(({ credit_id }) => credit_id));
  return {
    // what moves to a later day is told otherwise, too
    credits: own.filter((row) => {
      const before = known.get(creditKey(row));
      return before === undefined ? row.credited_on <= periodEnd : !isSame(before, row);
    }),
    withdrawn: [...known.values()]
      .filter((row) => row.plan === plan && !there.has(row.credit_id))
      .map(({ credit_id }) => credit_id),
  };
}

const isSame = (a: CreditRow, b: CreditRow) => a === b || factsOf(a) === factsOf(b);

/** All but where it is written: every export says the same anew. */
const factsOf = (row: CreditRow) =>
  JSON.stringify([
    row.rep_id,
    row.role,
    row.credited_on,
    row.opportunity_id,
    row.deal_line_id,
    row.deal_type,
    row.product,
    row.amount_cents,
    row.credit_cents,
    row.deal_cents,
    row.currency,
    row.reverses,
  ]);

const assetKey = ({ plan, component, opportunity_id, month }: AssetMonthRow) =>
  JSON.stringify([plan, component, opportunity_id, month]);

const assetKeys = (seals: readonly Seal[]): string[] =>
  seals.flatMap(({ plans }) => plans.flatMap(({ assetMonths = [] }) => assetMonths.map(assetKey)));

/** What is sealed together. */
interface Sealing {
  readonly run: { readonly as_of: PlainDate; readonly build_id: string };
  readonly inputs: readonly SealedInput[];
  readonly plans: readonly PlanFile[];
  readonly tables: PayTables;
  /** The seals of the periods before. */
  readonly before: readonly Seal[];
}

/** Pay periods as they stand, to be kept, in order. */
export function sealsOf(periods: readonly Period[], { before, ...sealing }: Sealing): Seal[] {
  const held = new Set(assetKeys(before));
  let known = knownCredits(before);
  return periods.map((period) => {
    const seal = sealOf(period, { ...sealing, known, held });
    known = knownCredits([seal], known);
    for (const key of assetKeys([seal])) held.add(key);
    return seal;
  });
}

function sealOf(
  { label, period, periodStart, periodEnd }: Period,
  {
    run: { as_of, build_id },
    inputs,
    plans,
    tables,
    known,
    held,
  }: Omit<Sealing, "before"> & {
    readonly known: KnownCredits;
    /** Months of the books that earlier seals hold. */
    readonly held: ReadonlySet<string>;
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
      ...creditNews(terms.name, periodEnd, tables, known),
      lines: tables.lines.filter((row) => isOwn(row) && isOf(row)),
      statements: tables.statements.filter((row) => isOwn(row) && isOf(row)),
      balances: tables.balances.filter((row) => isOwn(row) && isOf(row)),
      assetMonths: tables.assetMonths.filter(
        (row) => isOwn(row) && row.month <= periodEnd && !held.has(assetKey(row)),
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
