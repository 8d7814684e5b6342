import type Fraction from "fraction.js";
import type { Period, PlainDate } from "../../calendar.ts";
import type { Credit } from "../credit/credit.ts";
import { roundHalfAway, zero } from "../exact.ts";
import type { Basis, Tariff, Zone } from "../rate/tariff.ts";

/** What one person's credits of a measure period have come to on one component. */
export interface Run {
  /** Whose credit adds up: a person, or a team whose pay is pooled. */
  readonly holder: string;
  readonly period: Period;
  readonly basis: Basis;
  readonly tariff: Tariff;
  /** Credit so far, with weights. */
  position: Fraction;
  /** The deals of which credits counted so far, where only so many do. */
  readonly deals: Set<string>;
  /** What the lines of a deal's credits sum to, where it has a cap. */
  paidByDeal: Map<string, number>;
  /** What was priced so far, exactly, and the whole minor units that its lines sum to. */
  priced: Fraction;
  rounded: number;
  /** What caps of a line and the budget cut off: whole minor units, negative. */
  cut: number;
  /** What reversals took back that isn't in what was priced: whole minor units, negative. */
  returned: number;
  /** What in it was taken back of what it was credited with itself. */
  readonly ownReturns: OwnReturn[];
  /** What in it was taken back of what earlier periods were credited with. */
  readonly lateReturns: LateReturn[];
  /** What was left at the end of each month in which something happened. */
  readonly marks: Mark[];
  /** What was credited, kept where it matters later what a credit stands at. */
  readonly history: Credited[];
}

/** What is taken back of a credit. */
interface OwnReturn {
  readonly credit: Credit;
  readonly reversal: Credit;
  /** What the credit's lines came to of it. */
  readonly cents: number;
}

/** What is taken back of a credit of an earlier period. */
export interface LateReturn extends OwnReturn {
  /** The run that the credit was priced in. */
  readonly of: Run;
  /** The part that multipliers and gates left of that run. */
  left: Fraction;
  /** What of it was paid, once rules on the whole of that run had added to it or taken from it. */
  paid: number;
}

/** Credit that chooses a tier: a run's own, or that of a team in a measure period. */
export interface Reach {
  position: Fraction;
  /** Place among the tariff's reached tiers. */
  index: number;
  /** What is repriced when it reaches another. */
  readonly stocks: Map<Run, Stock>;
}

/**
 * The part of a run whose tier one reach chooses: all of it, or what was credited while its holder was
 * in one team.
 */
export interface Stock {
  readonly run: Run;
  readonly reach: Reach;
  /** What of it is priced at the rate of the tier that is reached. */
  amount: Fraction;
}

/** How a run stood at the end of a month. */
export interface Mark {
  readonly monthEnd: PlainDate;
  cents: number;
  position: Fraction;
}

/** What of a credit a run is given: what counts, its money, what room it takes, a rate of its own. */
export interface Entry {
  readonly credit: Credit;
  /** Before weights, in minor units, or hundredths of a unit. */
  readonly counted: number;
  readonly amount: Fraction;
  readonly room: Fraction;
  readonly rate: Fraction | null;
}

/** A credit as it was priced, for what is taken back of it. */
export interface Credited {
  readonly entry: Entry;
  readonly stock: Stock;
  /** What is left of it, from 1 down. */
  share: Fraction;
  /** What of the whole of it is in the stock. */
  readonly stocked: Fraction;
  /** Of the whole of it: its part of what reaching a zone pays at once. */
  readonly lumps: Map<Zone, Fraction>;
  /** What it stands at: its own lines, its part of what tiers have repriced, less what was taken back. */
  cents: number;
}

export type Start = Pick<Run, "holder" | "period" | "basis" | "tariff">;

/** A run before its first credit. */
export const startRun = ({ holder, period, basis, tariff }: Start): Run => ({
  holder,
  period,
  basis,
  tariff,
  position: zero,
  deals: new Set(),
  paidByDeal: new Map(),
  priced: zero,
  rounded: 0,
  cut: 0,
  returned: 0,
  ownReturns: [],
  lateReturns: [],
  marks: [],
  history: [],
});

export const emptyReach = (): Reach => ({ position: zero, index: 0, stocks: new Map() });

/** The part of a run that is in a reach, which begins where there is none. */
export function stockIn(reach: Reach, run: Run): Stock {
  const known = reach.stocks.get(run);
  if (known !== undefined) return known;
  const stock = { run, reach, amount: zero };
  reach.stocks.set(run, stock);
  return stock;
}

/** What all lines of a run sum to. */
export const centsOf = ({ rounded, cut, returned }: Run): number => rounded + cut + returned;

/**
 * Adds an exact amount; its line is what the rounded sum of all that was priced rises by, so that
 * lines sum to the rounded whole.
 */
export function enter(run: Run, amount: Fraction): number {
  run.priced = run.priced.add(amount);
  const rounded = roundHalfAway(run.priced);
  const cents = rounded - run.rounded;
  run.rounded = rounded;
  return cents;
}

/** Notes how the run stands at the end of a month. */
export function mark(run: Run, monthEnd: PlainDate): void {
  const last = run.marks.at(-1);
  if (last?.monthEnd === monthEnd) {
    last.cents = centsOf(run);
    last.position = run.position;
  } else run.marks.push({ monthEnd, cents: centsOf(run), position: run.position });
}

/** How a run stood at the end of a month; nothing before its first. */
export function standing(run: Run, monthEnd: PlainDate): Pick<Mark, "cents" | "position"> {
  return run.marks.findLast((one) => one.monthEnd <= monthEnd) ?? { cents: 0, position: zero };
}
