import { addDays, addMonths, type PlainDate, periodOf } from "../../../src/calendar.ts";
import type { PaidStatement } from "../../../src/compensation/accounting/accrual.ts";
import type { Movement } from "../../../src/compensation/accounting/asset.ts";
import { type CostLine, costsOf } from "../../../src/compensation/accounting/cost.ts";
import type { Contract } from "../../../src/compensation/accounting/life.ts";
import { firstDay, monthNumber } from "../../../src/compensation/accounting/months.ts";
import {
  type AccountingPolicy,
  isIncremental,
} from "../../../src/compensation/accounting/policy.ts";
import {
  type AssetMovement,
  type Schedule,
  scheduleOf,
} from "../../../src/compensation/accounting/schedule.ts";
import type { LineRow, StatementRow } from "../pay-tables.ts";
import type { Seal, SealedPlan } from "../seals.ts";
import type { SettledPlan } from "../settle-plans.ts";
import type { AssetMonthRow } from "./rows.ts";

/** What the books of every plan are kept by. */
export interface Books {
  readonly policy: AccountingPolicy;
  readonly contracts: ReadonlyMap<string, Contract>;
  readonly seals: readonly Seal[];
  readonly asOf: PlainDate;
}

/** A plan's books: what was earned and paid, and what became of it. */
export interface PlanBooks {
  readonly plan: string;
  readonly currency: string;
  readonly lines: readonly CostLine[];
  readonly statements: readonly PaidStatement[];
  readonly schedule: Schedule;
}

/** Keeps the books of a settled plan; months of closed pay periods stay as they were sealed. */
export function keptBooks({ plan: { terms }, rows }: SettledPlan, books: Books): PlanBooks {
  const { policy, contracts, seals, asOf } = books;
  const lines = rows.lines.map((line) => costLine(line, asOf));
  const statements = rows.statements
    .map((statement) => paidStatement(statement, policy))
    .filter(({ on }) => on <= asOf);
  const own = seals.filter(({ plans }) => plans.some(isKept(terms.name)));
  const closedThrough = own.at(-1)?.period_end ?? null;
  const incremental = new Set(
    terms.components.filter((one) => isIncremental(one, policy)).map(({ name }) => name),
  );
  const costs = [...costsOf(lines, measurePeriods(terms)), ...statements.map(guarantee)].filter(
    ({ date }) => closedThrough === null || date > closedThrough,
  );
  return {
    plan: terms.name,
    currency: terms.currency,
    lines,
    statements,
    schedule: scheduleOf({
      costs,
      contracts,
      policy,
      isIncremental: (component) => incremental.has(component),
      closed: own.flatMap(({ plans }) =>
        plans
          .filter(isKept(terms.name))
          .flatMap(({ assetMonths = [] }) => assetMonths.map(movementOf)),
      ),
      closedThrough: closedThrough === null ? null : monthNumber(closedThrough),
      through: monthNumber(asOf),
    }),
  };
}

/** Whether a plan was sealed with its books: a period closed before any were kept has none. */
const isKept =
  (name: string) =>
  ({ plan, assetMonths }: SealedPlan): boolean =>
    plan === name && assetMonths !== undefined;

/** The measure period of a component that a date falls in; a year's where the plan has it no more. */
function measurePeriods({ components, calendar }: SettledPlan["plan"]["terms"]) {
  const grains = new Map(components.map(({ name, period }) => [name, period]));
  return (component: string, date: PlainDate) =>
    periodOf(date, grains.get(component) ?? "year", calendar).label;
}

/** What is reckoned at the end of a period that still runs counts today. */
const costLine = (row: LineRow, asOf: PlainDate): CostLine => ({
  repId: row.rep_id,
  component: row.component,
  cause: row.cause,
  date: row.earned_on > asOf ? asOf : row.earned_on,
  of: row.late_of ?? row.earned_on,
  opportunityId: row.opportunity_id,
  amountCents: row.amount_cents,
});

const lengths: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

function paidStatement(row: StatementRow, { paidAfterMonths }: AccountingPolicy): PaidStatement {
  const months = (lengths[row.period] ?? 1) + paidAfterMonths;
  return {
    on: addDays(addMonths(row.period_start, months), -1),
    toppedUpCents: row.topped_up_cents,
    advancedCents: row.advanced_cents,
    recoveredCents: row.recovered_cents,
    paidCents: row.paid_cents,
  };
}

const guarantee = ({ on, toppedUpCents }: PaidStatement) => ({
  component: null,
  opportunityId: null,
  date: on,
  cents: toppedUpCents,
});

const movementOf = (row: AssetMonthRow): AssetMovement => ({
  component: row.component,
  opportunityId: row.opportunity_id,
  kind: row.deal_type,
  month: monthNumber(row.month),
  capitalisedCents: row.capitalised_cents,
  amortisedCents: row.amortised_cents,
  impairedCents: row.impaired_cents,
  expensedCents: row.expensed_cents,
});

/** Movements of a plan as rows, in order. */
export function assetMonthRows({ plan, currency, schedule }: PlanBooks): AssetMonthRow[] {
  const rowOf = (of: Omit<AssetMovement, keyof Movement>, movement: Movement): AssetMonthRow => ({
    plan,
    component: of.component,
    opportunity_id: of.opportunityId,
    deal_type: of.kind,
    month: firstDay(movement.month),
    capitalised_cents: movement.capitalisedCents,
    amortised_cents: movement.amortisedCents,
    impaired_cents: movement.impairedCents,
    expensed_cents: movement.expensedCents,
    currency,
  });
  return [
    ...schedule.assets.flatMap(({ component, contract: { opportunityId }, kind, movements }) =>
      movements.map((movement) => rowOf({ component, opportunityId, kind }, movement)),
    ),
    ...schedule.expensed.map((movement) => rowOf(movement, movement)),
  ];
}
