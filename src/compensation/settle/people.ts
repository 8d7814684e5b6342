import { addDays, type PlainDate } from "../../calendar.ts";
import { grouped } from "../../statistics/grouped.ts";
import type { PaidBack } from "../adjust/paid-back.ts";
import type { Credit } from "../credit/credit.ts";
import type { PeriodFinder } from "../dates.ts";
import { lineOfNoCredit, type PayLine } from "../line.ts";
import type { Person } from "../person.ts";
import type { PlanTerms } from "../plan/terms.ts";
import { spanOf } from "../target/covered.ts";
import { type Passage, stays, takenOverIn } from "./passage.ts";
import { drawnDays, payPeriods, startsOf } from "./pay-periods.ts";
import { planCapLines } from "./plan-caps.ts";
import { isClosed, retroactiveLines, type Sealed } from "./retroactive.ts";
import { balanceLines, type Statement, statementsOf } from "./statement.ts";

/** A plan with what it has people earn, to be settled. */
export interface Settling {
  readonly plan: PlanTerms;
  /** Of all components and people, before caps over all components, draws and balances. */
  readonly earned: readonly PayLine[];
  readonly credits: readonly Credit[];
  /** What is taken back of earlier pay periods, as far as they had paid it. */
  readonly back: readonly PaidBack[];
  readonly people: ReadonlyMap<string, Person>;
  readonly find: PeriodFinder;
  /** The first day that is known; null where nobody says. */
  readonly since: PlainDate | null;
  /** The last day that is known. */
  readonly through: PlainDate;
  readonly sealed: Sealed | null;
}

/** A person's open pay periods. */
export interface SettledPerson {
  readonly lines: readonly PayLine[];
  readonly statements: readonly Statement[];
}

/** What each person is paid in each open pay period, told one by one. */
export function personSettler(
  input: Settling,
): (person: Person, passage?: Passage) => SettledPerson {
  const open = opened([...input.earned, ...capLines(input)], input);
  const common = commonDays(open, input);
  const byRep = grouped(open, ({ repId }) => repId);
  return (person, passage = stays) =>
    settlePerson(input, person, byRep.get(person.repId) ?? [], common, passage);
}

/** What caps over all components cut, of closed periods too. */
function capLines({ plan, earned, back, people, find }: Settling): PayLine[] {
  if (plan.caps.period === null && plan.caps.year === null) return [];
  const periods = payPeriods(startsOf(earned), plan, find);
  const byRep = grouped(earned, ({ repId }) => repId);
  const backByRep = grouped(back, ({ repId }) => repId);
  const yearOf = (date: PlainDate) => find(date, "year");
  const backBy = (repId: string) =>
    grouped(backByRep.get(repId) ?? [], ({ on }) => find(on, plan.pays).periodStart);
  return [...people.keys()].flatMap((repId) =>
    planCapLines(
      { repId, earned: sums(byRep.get(repId) ?? []), back: backBy(repId) },
      plan,
      periods,
      yearOf,
    ),
  );
}

/** Lines of open periods, and in the first of them what closed ones come to otherwise today. */
function opened(lines: readonly PayLine[], { plan, credits, find, sealed }: Settling): PayLine[] {
  if (sealed === null) return [...lines];
  const payPeriod = find(addDays(sealed.through, 1), plan.pays);
  const late = retroactiveLines(lines, credits, sealed).map(
    ({ repId, component, of, late, ...told }): PayLine => ({
      ...lineOfNoCredit({ repId, component, date: payPeriod.periodStart, payPeriod }),
      ...told,
      lateOf: of,
      ...(late === null ? {} : { late }),
    }),
  );
  return [...late, ...lines.filter((line) => !isClosed(line, sealed))];
}

/** Days of pay periods that are settled for everybody: those of lines, of draws, and the first open one. */
const commonDays = (lines: readonly PayLine[], input: Settling): PlainDate[] => [
  ...startsOf(lines),
  ...drawnDays(input),
  ...(input.sealed === null ? [] : [addDays(input.sealed.through, 1)]),
];

function settlePerson(
  input: Settling,
  person: Person,
  earned: readonly PayLine[],
  common: readonly PlainDate[],
  passage: Passage,
): SettledPerson {
  const { plan, find, sealed, through } = input;
  const takenOver = takenOverBy(input, person, passage);
  const passed = [...takenOver.keys(), ...lastDayBefore(passage, through)];
  const periods = payPeriods([...common, ...passed], plan, find).filter(
    (payPeriod) => sealed === null || !isClosed({ payPeriod }, sealed),
  );
  const statements = statementsOf({
    plan,
    person,
    periods,
    earned: sums(earned),
    owed: sealed?.owed.get(person.repId) ?? 0,
    takenOver,
    passage,
    through,
  });
  const all = [...earned, ...statements.flatMap(balanceLines)];
  const byPeriod = grouped(all, ({ payPeriod }) => payPeriod.periodStart);
  const lines = [...byPeriod.keys()].sort().flatMap((start) => byPeriod.get(start) ?? []);
  return { statements, lines };
}

/** The last day before another plan takes over, where it has begun. */
const lastDayBefore = ({ goesOn }: Passage, through: PlainDate): PlainDate[] =>
  goesOn === null || goesOn > through ? [] : [addDays(goesOn, -1)];

/** Minor units taken over from the plan before, by the first day of an open pay period. */
function takenOverBy({ plan, find, sealed }: Settling, person: Person, passage: Passage) {
  const { from } = spanOf(plan, person);
  const open = sealed === null ? from : addDays(sealed.through, 1);
  const closed = sealed?.takenOver.get(person.repId) ?? 0;
  const periodOf = (date: PlainDate) => find(date, plan.pays);
  return takenOverIn(passage, periodOf, open > from ? open : from, closed);
}

function sums(lines: readonly PayLine[]): Map<PlainDate, number> {
  const total = new Map<PlainDate, number>();
  for (const { payPeriod, amountCents } of lines) {
    total.set(payPeriod.periodStart, (total.get(payPeriod.periodStart) ?? 0) + amountCents);
  }
  return total;
}
