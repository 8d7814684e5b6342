import { addDays, type Period, type PlainDate } from "../../calendar.ts";
import { grouped } from "../../statistics/grouped.ts";
import type { Credit } from "../credit/credit.ts";
import type { PeriodFinder } from "../dates.ts";
import { lineOfNoCredit, type PayLine } from "../line.ts";
import type { Person } from "../person.ts";
import type { PlanTerms } from "../plan/terms.ts";
import { planCapLines } from "./plan-caps.ts";
import { isClosed, retroactiveLines, type Sealed } from "./retroactive.ts";
import { balanceLines, type Statement, statementsOf } from "./statement.ts";

interface SettleInput {
  readonly plan: PlanTerms;
  /** Of all components and people. */
  readonly lines: readonly PayLine[];
  readonly credits: readonly Credit[];
  readonly people: ReadonlyMap<string, Person>;
  readonly find: PeriodFinder;
  readonly sealed: Sealed | null;
}

/** A person's open pay periods. */
interface SettledPerson {
  readonly lines: readonly PayLine[];
  readonly statements: readonly Statement[];
}

/** What everybody is paid in each open pay period, people by id. */
export function settlePeople(input: SettleInput): SettledPerson[] {
  const earned = [...input.lines, ...capLines(input)];
  const open = opened(earned, input);
  const payPeriods = payPeriodsOf(open, input);
  const byRep = grouped(open, ({ repId }) => repId);
  return [...input.people.values()]
    .sort((a, b) => (a.repId < b.repId ? -1 : 1))
    .map((person) => settlePerson(input, person, byRep.get(person.repId) ?? [], payPeriods));
}

/** What caps over all components cut, of closed periods too. */
function capLines({ plan, lines, people, find }: SettleInput): PayLine[] {
  if (plan.caps.period === null && plan.caps.year === null) return [];
  const payPeriods = stretch(lines, plan, find);
  const byRep = grouped(lines, ({ repId }) => repId);
  const yearOf = (date: PlainDate) => find(date, "year");
  return [...people.keys()].flatMap((repId) =>
    planCapLines(repId, plan, payPeriods, sums(byRep.get(repId) ?? []), yearOf),
  );
}

/** Lines of open periods, and in the first of them what closed ones come to otherwise today. */
function opened(
  lines: readonly PayLine[],
  { plan, credits, find, sealed }: SettleInput,
): PayLine[] {
  if (sealed === null) return [...lines];
  const payPeriod = find(addDays(sealed.through, 1), plan.pays);
  const late = retroactiveLines(lines, credits, sealed).map(
    ({ repId, component, creditId, opportunityId, cause, amountCents, of }): PayLine => ({
      ...lineOfNoCredit({ repId, component, date: payPeriod.periodStart, payPeriod }),
      creditId,
      opportunityId,
      cause,
      amountCents,
      lateOf: of,
    }),
  );
  return [...late, ...lines.filter((line) => !isClosed(line, sealed))];
}

/** From the first open pay period, where any is closed, to the last that has a line. */
function payPeriodsOf(lines: readonly PayLine[], { plan, find, sealed }: SettleInput): Period[] {
  const periods = stretch(lines, plan, find);
  const first = sealed && find(addDays(sealed.through, 1), plan.pays);
  if (!first || periods[0]?.periodStart === first.periodStart) return periods;
  const last = periods.at(-1) ?? first;
  return between(first.periodStart, last.periodStart, plan, find);
}

/** All pay periods from the first to the last that has a line. */
function stretch(lines: readonly PayLine[], plan: PlanTerms, find: PeriodFinder): Period[] {
  const starts = [...new Set(lines.map(({ payPeriod }) => payPeriod.periodStart))].sort();
  const [first, last] = [starts[0], starts.at(-1)];
  return first === undefined || last === undefined ? [] : between(first, last, plan, find);
}

function between(first: PlainDate, last: PlainDate, { pays }: PlanTerms, find: PeriodFinder) {
  const periods: Period[] = [];
  for (let at = find(first, pays); at.periodStart <= last; ) {
    periods.push(at);
    at = find(addDays(at.periodEnd, 1), pays);
  }
  return periods;
}

function settlePerson(
  { plan, sealed }: SettleInput,
  person: Person,
  earned: readonly PayLine[],
  payPeriods: readonly Period[],
): SettledPerson {
  const owed = sealed?.owed.get(person.repId) ?? 0;
  const statements = statementsOf(plan, person, payPeriods, sums(earned), owed);
  const all = [...earned, ...statements.flatMap(balanceLines)];
  const byPeriod = grouped(all, ({ payPeriod }) => payPeriod.periodStart);
  const lines = [...byPeriod.keys()].sort().flatMap((start) => byPeriod.get(start) ?? []);
  return { statements, lines };
}

function sums(lines: readonly PayLine[]): Map<PlainDate, number> {
  const total = new Map<PlainDate, number>();
  for (const { payPeriod, amountCents } of lines) {
    total.set(payPeriod.periodStart, (total.get(payPeriod.periodStart) ?? 0) + amountCents);
  }
  return total;
}
