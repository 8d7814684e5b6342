import { type Grain, type PlainDate, periodOf } from "../../src/calendar.ts";
import type { ComponentTerms } from "../../src/compensation/plan/terms.ts";
import { formatDate, formatPeriod } from "../../src/format.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { ExplainedLine, Explanation } from "../explain.ts";
import type { StatementEdition } from "./edition.ts";
import type { PaidPerson } from "./person.ts";

/** A component's lines in a pay period; null of what is reckoned over all components. */
export interface ComponentPay {
  readonly component: string | null;
  readonly terms: ComponentTerms | null;
  readonly lines: readonly ExplainedLine[];
  readonly cents: number;
}

/** What a plan pays in a pay period. */
export interface PlanPay {
  readonly plan: string;
  readonly currency: string;
  readonly isSupplement: boolean;
  /** The file that the pay was settled by, as a closed period keeps it; null where it is gone. */
  readonly source: { readonly file: string; readonly sha256: string } | null;
  /** Null where everything came to nothing. */
  readonly statement: PaidPerson["statements"][number] | null;
  readonly balance: PaidPerson["balances"][number] | null;
  readonly components: readonly ComponentPay[];
}

/** A pay period of a person: one page. */
export interface PayPeriod {
  readonly period: string;
  readonly periodStart: PlainDate;
  readonly periodEnd: PlainDate;
  /** `2026-06`, `FY27-Q1`: the name of its page. */
  readonly label: string;
  /** `Jun 2026`, `FY27 Q1`. */
  readonly title: string;
  readonly fiscalYear: number;
  /** The as-of of its closing; null while it is open. */
  readonly closedOn: PlainDate | null;
  readonly plans: readonly PlanPay[];
}

/** The pay periods of a person, the latest first. */
export function payPeriods(person: PaidPerson, edition: StatementEdition): PayPeriod[] {
  const rows = [...person.statements, ...person.lines];
  const groups = grouped(rows, ({ period, period_start }) => `${period_start} ${period}`);
  return [...groups.values()]
    .flatMap(([head]) => (head ? [payPeriod(head, person, edition)] : []))
    .sort(
      (a, b) =>
        -compare(a.periodEnd, b.periodEnd) ||
        -compare(a.periodStart, b.periodStart) ||
        compare(a.label, b.label),
    );
}

interface OfPeriod {
  readonly period: string;
  readonly period_start: PlainDate;
}

function payPeriod(head: OfPeriod, person: PaidPerson, edition: StatementEdition): PayPeriod {
  const { seals } = edition;
  const isOwn = (row: OfPeriod) =>
    row.period === head.period && row.period_start === head.period_start;
  const lines = person.lines.filter(isOwn);
  const statements = person.statements.filter(isOwn);
  const names = [...new Set([...statements, ...lines].map(({ plan }) => plan))].sort();
  const seal = seals.find(isOwn);
  const plans = names.map((plan): PlanPay => {
    const sealed = seal?.plans.find((one) => one.plan === plan);
    const current = edition.plans.find((one) => one.plan.terms.name === plan)?.plan;
    const own = lines.filter((line) => line.plan === plan);
    const statement = statements.find((one) => one.plan === plan) ?? null;
    return {
      plan,
      currency: statement?.currency ?? own[0]?.currency ?? "",
      isSupplement: current?.terms.isSupplement ?? false,
      source: sealed ?? current ?? null,
      statement,
      balance: person.balances.find((row) => isOwn(row) && row.plan === plan) ?? null,
      components: componentPay(own, current?.terms.components ?? []),
    };
  });
  return { ...named(head, edition), closedOn: seal?.closed_on ?? null, plans };
}

/** A page is named as the company names the period; by its first day where a plan's year is another. */
function named({ period, period_start }: OfPeriod, { calendar }: StatementEdition) {
  const grain = period as Grain;
  const own = periodOf(period_start, grain, calendar);
  const startMonth = Number(period_start.slice(5, 7));
  const { periodEnd } = periodOf(period_start, grain, { startMonth });
  const isCompanys = own.periodStart === period_start;
  return {
    period,
    periodStart: period_start,
    periodEnd,
    label: isCompanys ? own.label : `${period}-${period_start}`,
    title: isCompanys ? formatPeriod(own.label) : `${period} from ${formatDate(period_start)}`,
    fiscalYear: own.fiscalYear,
  };
}

/** In the plan's order; what it doesn't name any more, and what is of no component, last. */
function componentPay(
  lines: readonly ExplainedLine[],
  components: readonly ComponentTerms[],
): ComponentPay[] {
  const place = ({ component }: ComponentPay) => {
    const at = components.findIndex(({ name }) => name === component);
    return at === -1 ? components.length + (component === null ? 1 : 0) : at;
  };
  return [...grouped(lines, ({ component }) => component)]
    .map(([component, own]) => ({
      component,
      terms: components.find(({ name }) => name === component) ?? null,
      lines: own,
      cents: own.reduce((sum, { amount_cents }) => sum + amount_cents, 0),
    }))
    .sort((a, b) => place(a) - place(b));
}

/** A line of a pay period with the plan that it was paid by. */
export const explanationOf = (
  line: ExplainedLine,
  { source }: PlanPay,
  { terms }: ComponentPay,
  due: Explanation["due"],
): Explanation => ({ line, plan: source, component: terms, due });

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
