import type { Period, PlainDate } from "../../calendar.ts";
import { InputError } from "../../errors.ts";
import { meets } from "../credit/conditions.ts";
import { type Credit, isCreditedFor } from "../credit/credit.ts";
import { measured } from "../credit/measure.ts";
import type { PayLine } from "../line.ts";
import type { Places } from "../places.ts";
import type { Basis } from "../rate/tariff.ts";
import { tariffOf } from "../rate/tariff-of.ts";
import { type Book, type BookInput, openBook } from "./book.ts";
import { isAmongFirst, isMeasuredBy } from "./counted.ts";
import { entryOf, priceCredit } from "./credit.ts";
import { paysLumps } from "./lump.ts";
import { isTooLate, reverse } from "./reversal.ts";
import {
  type Credited,
  emptyReach,
  mark,
  type Reach,
  type Run,
  type Stock,
  startRun,
  stockIn,
} from "./run.ts";

/** What a component is priced with. */
export interface ComponentInput extends BookInput {
  /** In order, of everybody. */
  readonly credits: readonly Credit[];
  /** The quota and target pay of whoever's credit adds up, for a measure period. */
  readonly basisOf: (holder: string, period: Period, what: "sold" | "taken back") => Basis;
  readonly teamOf: (repId: string, date: PlainDate) => string;
  readonly periodOf: (date: PlainDate) => Period;
  readonly places: Places;
}

/** The runs of everybody by who holds them, each in order of period. */
export type Runs = ReadonlyMap<string, readonly Run[]>;

/**
 * Prices all credits of a component, one by one in their order, into lines.
 *
 * @throws InputError where a credit lacks the figure that is measured, or takes back too much
 */
export function priceComponent(input: ComponentInput, lines: PayLine[]): Runs {
  const { credits } = input;
  const state: State = {
    input,
    book: openBook(input, lines),
    runs: new Map(),
    reaches: new Map(),
    taken: takenBack(input),
    credited: new Map(),
    unsold: new Set(),
  };
  for (const credit of credits) priceOne(state, credit);
  return state.runs;
}

interface State {
  readonly input: ComponentInput;
  readonly book: Book;
  readonly runs: Map<string, Run[]>;
  /** Of runs, or of teams in a measure period. */
  readonly reaches: Map<Run | string, Reach>;
  /** The credits of which something is taken back, and who holds them. */
  readonly taken: { readonly credits: ReadonlySet<string>; readonly holders: ReadonlySet<string> };
  readonly credited: Map<string, Credited>;
  /** Runs in which nothing was sold so far. */
  readonly unsold: Set<Run>;
}

function takenBack(input: ComponentInput): State["taken"] {
  const credits = new Set(input.credits.flatMap(({ reverses }) => reverses ?? []));
  const holders = new Set<string>();
  if (credits.size === 0) return { credits, holders };
  for (const credit of input.credits) {
    if (credits.has(credit.creditId)) holders.add(holderOf(input, credit));
  }
  return { credits, holders };
}

/** Whose credit adds up: the person's own, or their team's of that day where pay is pooled. */
const holderOf = ({ component, teamOf }: ComponentInput, { repId, date }: Credit) =>
  component.pool === null ? repId : teamOf(repId, date);

function priceOne(state: State, credit: Credit): void {
  const { input, book, credited, taken } = state;
  const { where, measure, lessShareOfAmount, credit: roles, reversal } = input.component;
  if (credit.reverses !== null) {
    const original = credited.get(credit.reverses);
    if (original === undefined || isTooLate(original.entry.credit, credit, reversal)) return;
    const { stock } = original;
    const run = runOf(state, credit, stock.run.holder);
    // within its period it is taken out of the team that it counted in
    const from = run === stock.run ? stock : stockOf(state, credit, run);
    reverse(from, original, credit, { book, places: input.places });
    mark(run, input.monthEndOf(credit.date));
    return;
  }
  if (!isMeasuredBy(credit, input.component)) return;
  if (!isCreditedFor(credit, roles) || !meets(credit, where)) return;
  const run = runOf(state, credit, holderOf(input, credit));
  if (where.first !== null && !isAmongFirst(run, credit, where.first)) return;
  const figures = measured(credit, measure, lessShareOfAmount);
  if (figures === null) throw unmeasured(credit, input);
  const entry = entryOf(credit, figures, input.component, run);
  const result = priceCredit(stockOf(state, credit, run), entry, book);
  if (taken.credits.has(credit.creditId)) credited.set(credit.creditId, result);
  if (isFollowed(state, run)) run.history.push(result);
  mark(run, input.monthEndOf(credit.date));
}

/** Whether it matters later what each credit of a run stands at. */
const isFollowed = ({ input, taken }: State, run: Run): boolean =>
  input.attribute !== undefined || taken.holders.has(run.holder) || paysLumps(run);

/** The run of whoever holds a credit, in the period that it is in. */
function runOf({ input, runs, unsold }: State, { date, reverses }: Credit, holder: string): Run {
  const { component, basisOf, periodOf } = input;
  const period = periodOf(date);
  const own = runs.get(holder) ?? [];
  const last = own.at(-1);
  const what = reverses === null ? "sold" : "taken back";
  if (last?.period === period) {
    // which asks for the quota that nothing needed so far
    if (what === "sold" && unsold.delete(last)) basisOf(holder, period, what);
    return last;
  }
  const basis = basisOf(holder, period, what);
  const tariff = tariffOf(component.rule, basis, component.caps.attainment);
  const run = startRun({ holder, period, basis, tariff });
  runs.set(holder, [...own, run]);
  if (what === "taken back") unsold.add(run);
  return run;
}

/** The part of a run that a credit counts in: all of it, or that of the team of the credit's date. */
function stockOf({ input, reaches }: State, { repId, date }: Credit, run: Run): Stock {
  const { component, teamOf } = input;
  const isTeam = component.rule.rule === "slab" && component.rule.reachedBy === "team";
  const key = isTeam ? `${teamOf(repId, date)} ${run.period.periodStart}` : run;
  const reach = reaches.get(key) ?? emptyReach();
  reaches.set(key, reach);
  return stockIn(reach, run);
}

function unmeasured(credit: Credit, { component: { measure, name }, places }: ComponentInput) {
  const what = measure === "units" ? "quantity" : measure;
  return new InputError(`missing ${what}: ${credit.creditId}`, {
    ...places.ofCredit(credit),
    remedy: `Component "${name}" measures ${measure}: give it for every credit.`,
  });
}
