import { addDays, addMonths, daysBetween, type PlainDate } from "../calendar.ts";
import { type Conditions, meets } from "./credit/conditions.ts";
import type { ComponentTerms, PlanTerms } from "./plan/terms.ts";

/** A component that pays for a stretch of days. */
export interface Spif {
  readonly component: ComponentTerms;
  readonly from: PlainDate;
  /** The last day. */
  readonly until: PlainDate;
}

/** The components of a plan that pay between two days, with or without a budget. */
export function spifsOf({ components }: Pick<PlanTerms, "components">): Spif[] {
  return components.flatMap((component) => {
    const { from, until } = component.where;
    return from === null || until === null ? [] : [{ component, from, until }];
  });
}

/** A stretch of days beside which a SPIF is read. */
export interface SpifStretch {
  readonly stretch: "year_before" | "before" | "during" | "after";
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/**
 * The days of a SPIF as far as they have come, as many before and after it, and those of a year before;
 * a stretch that hasn't begun is left out, one that runs ends today.
 */
export function stretchesOf({ from, until }: Spif, asOf: PlainDate): SpifStretch[] {
  const days = daysBetween(from, until) + 1;
  const all: readonly SpifStretch[] = [
    { stretch: "year_before", from: addMonths(from, -12), until: addMonths(until, -12) },
    { stretch: "before", from: addDays(from, -days), until: addDays(from, -1) },
    { stretch: "during", from, until },
    { stretch: "after", from: addDays(until, 1), until: addDays(until, days) },
  ];
  return all
    .filter((one) => one.from <= asOf)
    .map((one) => ({ ...one, until: one.until < asOf ? one.until : asOf }));
}

/** A won deal, or a line of it, as far as a SPIF asks. */
export interface SoldLine {
  readonly opportunityId: string;
  readonly date: PlainDate;
  readonly type: string | null;
  readonly product: string | null;
  readonly cents: number;
  readonly wholeCents: number;
}

/** What was won in a stretch of the kind that a SPIF pays for, whoever sold it. */
export function wonIn(
  { from, until }: SpifStretch,
  { component }: Spif,
  lines: readonly SoldLine[],
): { readonly deals: number; readonly cents: number } {
  const where: Conditions = { ...component.where, from, until };
  const won = lines.filter((line) => meets({ ...line, dealCents: line.wholeCents }, where));
  return {
    deals: new Set(won.map(({ opportunityId }) => opportunityId)).size,
    cents: won.reduce((sum, { cents }) => sum + cents, 0),
  };
}
