import type { Credit } from "../../../src/compensation/credit/credit.ts";
import type { Cause } from "../../../src/compensation/line.ts";
import type { ComponentEntry } from "../../../src/compensation/plan/schema.ts";
import { type Basis, basisOf } from "./basis.ts";
import { type Counted, countedBy } from "./counted.ts";
import { type Day, holds, type Span } from "./days.ts";
import { type Known, Refusal, teamOf } from "./known.ts";
import { priceCredit } from "./price-credit.ts";
import { type Figure, plus, quotient, type Ratio, sign, total, zero } from "./ratio.ts";
import { takeBack } from "./take-back.ts";
import { quotaOf, type Tariff, tariffOf, tierAt } from "./tariff.ts";

/** A credit as it was priced. */
export interface Entry {
  readonly credit: Credit;
  readonly amount: Ratio;
  readonly room: Ratio;
  /** The part of the amount that was priced at the reached tier. */
  readonly stock: Ratio;
  /** Where it counted to what chooses its tier. */
  readonly reach: string;
  /** The share of it that isn't taken back. */
  left: Ratio;
  /** What the credit has come to so far, in cents. */
  standing: number;
}

/** Cents that a day brought about, of a credit. */
export interface Event {
  readonly date: Day;
  readonly credit: Credit;
  readonly cents: number;
}

/** What of a run chooses its tier, in one team where the team's credit chooses it. */
interface Reach {
  readonly position: Ratio;
  /** The amounts that stand at the tier. */
  readonly stock: Ratio;
}

/** What a holder is credited with in a measure period of a component, and what that comes to. */
export interface Run {
  readonly component: ComponentEntry;
  readonly holder: string;
  readonly period: Span;
  readonly basis: Basis;
  readonly tariff: Tariff;
  position: Ratio;
  /** Each chooses a tier: all of the run, or what of it counted in a team, by the team's name. */
  reaches: Map<string, Reach>;
  /** All priced amounts. */
  sum: Ratio;
  /** What caps of lines took of them, in cents. */
  cuts: number;
  entries: Entry[];
  /** What each credit's own lines pay, before caps and budgets. */
  paid: { readonly deal: string; readonly cents: number }[];
  readonly lines: { readonly cause: Cause; readonly date: Day; readonly cents: number }[];
  readonly events: Event[];
  /** What credits were given of what is paid for coming to a bound; none while it isn't reached. */
  lumped: readonly { readonly entry: Entry; readonly cents: number }[];
  /** What was taken back in it, of credits of which measure periods. */
  readonly returns: (Event & { readonly of: Day })[];
  /** The credits that counted, and what took them back. */
  readonly counted: Credit[];
}

/** A component while it is priced. */
export interface Book {
  readonly known: Known;
  readonly component: ComponentEntry;
  readonly runs: Run[];
  /** Of a first-come budget, in cents. */
  spent: number;
}

/** The runs of a component once all that is dated up to a day is priced, one after the other. */
export function bookOf(known: Known, component: ComponentEntry, upTo: Day): readonly Run[] {
  const key = `${component.name} ${upTo}`;
  const runs = known.books.get(key) ?? priced(known, component, upTo);
  known.books.set(key, runs);
  return runs;
}

/** A holder's run of the measure period that holds a day. */
export const runAt = (
  known: Known,
  component: ComponentEntry,
  holder: string,
  day: Day,
  upTo: Day,
): Run | undefined =>
  bookOf(known, component, upTo).find((run) => run.holder === holder && holds(run.period, day));

/** What the lines of a run sum to, priced anew up to a day. */
export function paidUpTo(known: Known, { component, holder, period }: Run, end: Day): number {
  const run = runAt(known, component, holder, period.from, end);
  return run?.lines.reduce((sum, line) => sum + line.cents, 0) ?? 0;
}

function priced(known: Known, component: ComponentEntry, upTo: Day): readonly Run[] {
  const book: Book = { known, component, runs: [], spent: 0 };
  for (const counted of countedBy(known, component)) {
    if (counted.credit.date > upTo) break;
    if (counted.credit.reverses === null) priceCredit(book, runOf(book, counted), counted);
    else takeBack(book, counted);
  }
  return book.runs;
}

export function runOf(book: Book, counted: Counted): Run {
  const { runs } = book;
  const { holder, period, credit } = counted;
  const begun = runs.find((run) => run.holder === holder && run.period.from === period.from);
  const run = begun ?? begunRun(book, counted);
  if (run.basis.isMissing && credit.reverses === null) {
    throw new Refusal(`no quota: ${book.component.name} of ${holder}`);
  }
  return run;
}

function begunRun({ known, component, runs }: Book, { holder, period }: Counted): Run {
  const basis = basisOf(known, component, holder, period);
  const tariff = tariffOf(known, component, basis);
  const run = emptied({ component, holder, period, basis, tariff });
  runs.push(run);
  return run;
}

/** A run before its first credit. */
export const emptied = (
  run: Pick<Run, "component" | "holder" | "period" | "basis" | "tariff">,
): Run => ({
  component: run.component,
  holder: run.holder,
  period: run.period,
  basis: run.basis,
  tariff: run.tariff,
  position: zero,
  reaches: new Map(),
  sum: zero,
  cuts: 0,
  entries: [],
  paid: [],
  lines: [],
  events: [],
  lumped: [],
  returns: [],
  counted: [],
});

/** Where a credit counts to what chooses a tier: in the team of its day, or with all of its run. */
export const reachOf = ({ known, component }: Book, { repId, date }: Credit): string =>
  isByTeam(component) ? teamOf(known, repId, date) : "";

/** Moves what of a run chooses its tier, and what stands at it. */
export function move(run: Run, reach: string, way: Ratio, stock: Ratio): void {
  const before = run.reaches.get(reach) ?? { position: zero, stock: zero };
  run.position = plus(run.position, way);
  run.reaches.set(reach, {
    position: plus(before.position, way),
    stock: plus(before.stock, stock),
  });
}

/** The runs whose tier the position of one helps to choose: its own, or all of the team. */
export function chosenWith({ component, runs }: Book, run: Run): readonly Run[] {
  if (!isByTeam(component)) return [run];
  return runs.filter((one) => one.period.from === run.period.from);
}

const isByTeam = ({ rate }: ComponentEntry) => rate.rule === "slab" && rate.reached_by === "team";

/** The tier that a run has reached, or that a team has as it is priced in the run. */
export function reachedTier(book: Book, run: Run, reach: string): number {
  const runs = chosenWith(book, run);
  const positions = runs.map(({ reaches }) => reaches.get(reach)?.position ?? zero);
  return tierAt(run.tariff, total(positions));
}

/** The share of its quota that a run has reached. */
export function attainmentOf({ position, basis }: Run): Figure {
  const quota = quotaOf(basis);
  if (sign(quota) !== 0) return quotient(position, quota);
  return sign(position) > 0 ? 1e9 : 0;
}
