import type { Base, Company } from "./base.ts";
import { isTotal } from "./base.ts";
import { bookedToPoint, byEntity } from "./booked.ts";
import { type CellMonths, placesOf, rounding, sumsOf } from "./cell-months.ts";
import type { Cutoff } from "./cutoff.ts";
import type { Hierarchy } from "./hierarchy.ts";
import { reconciler } from "./reconcile.ts";
import type { SeriesModel } from "./series/draft.ts";
import { sharesAhead } from "./share-ahead.ts";
import { reach } from "./timeline.ts";

/** How an entity was forecast; "none" where no complete month of the company has any booking. */
export type Model = SeriesModel | "pipeline" | "combined" | "none";

/** How forecasts of several levels are brought together. */
export type Method = "bottom_up" | "least_squares";

/** What was forecast at the end of a day, in whole minor units, by entity. */
export interface MonthsAhead {
  readonly cutoff: Cutoff;
  /** Null for an entity that wasn't there yet. */
  readonly models: readonly (Model | null)[];
  /** The rest of the cutoff's month, then month by month; all are sums of the same cells. */
  readonly ahead: readonly Float64Array[];
  /** Booked in the cutoff's month by then. */
  readonly toPoint: Float64Array;
}

/** What is kept of a past cutoff: its cells are many. */
export const withoutCells = ({ cutoff, models, ahead, toPoint }: MonthsAhead): MonthsAhead => ({
  cutoff,
  models,
  ahead,
  toPoint,
});

/** What is known of every level at a cutoff before they are brought together. */
export interface Levels {
  readonly cutoff: Cutoff;
  readonly base: Base;
  /** By entity: its own months ahead, the cutoff's as a whole first. */
  readonly own: readonly (readonly number[])[];
  /** By entity: the mean squared error of a month. */
  readonly variances: Float64Array;
  /** The deviation of the error that all reps share, as a share of their forecasts. */
  readonly common: number;
}

/** A cell with anything to come. */
interface ActiveCell {
  readonly cell: number;
  /** The rep's place among the entities. */
  readonly rep: number;
  readonly share: number;
}

/** Every entity's months ahead at a cutoff, brought together in each way. */
export function monthsAhead(
  company: Company,
  levels: Levels,
): Record<Method, MonthsAhead & CellMonths> {
  const { hierarchy, booked, line } = company;
  const { cutoff, base } = levels;
  const cells = activeCells(hierarchy, base, cutoff);
  const toPoint = byEntity(hierarchy, bookedToPoint(booked, cutoff.origin, cutoff));
  const models = modelsAt(company, levels, toPoint);
  const length = reach(line, cutoff.origin) - cutoff.origin + 1;
  const places = placesOf(
    hierarchy,
    cells.map(({ cell }) => cell),
  );
  const numbers = cells.map(({ cell }) => cell);
  const round = rounding(company, numbers, cutoff);
  const result = (cellsAt: (lead: number) => Float64Array) => {
    const steps = Array.from({ length }, (_, lead) => round(cellsAt(lead)));
    return { cutoff, models, toPoint, ahead: sumsOf(places, steps), cells: numbers, steps };
  };
  const sums = sumsAhead(company, levels);
  const bottom = (lead: number) =>
    Float64Array.from(cells, ({ rep, share }) => share * (sums(lead)[rep] ?? Number.NaN));
  // what is but the sum of its reps says nothing that they don't
  const known = places.flatMap((own, k) =>
    base.totals[k] ? [{ cells: own, entity: k, variance: levels.variances[k] || 1 }] : [],
  );
  const solve = reconciler(
    { variances: cellVariances(cells, levels), common: levels.common },
    known,
  );
  const knownSums = (lead: number) => known.map(({ entity }) => sums(lead)[entity] ?? Number.NaN);
  return {
    bottom_up: result(bottom),
    least_squares: result((lead) => solve(bottom(lead), knownSums(lead))),
  };
}

/** Cells of reps who are there, with a share of what they sell. */
function activeCells({ segments, since, entities }: Hierarchy, { mix }: Base, { date }: Cutoff) {
  const firstRep = entities.findIndex(({ entityType }) => entityType === "rep");
  const cells: ActiveCell[] = [];
  for (const [cell, share] of mix.entries()) {
    const seller = Math.floor(cell / segments.length);
    if (share > 0 && (since[seller] ?? date) <= date) {
      cells.push({ cell, rep: firstRep + seller, share });
    }
  }
  return cells;
}

/** By lead and entity; of the cutoff's own month only a share is ahead. */
function sumsAhead({ hierarchy, booked }: Company, { cutoff, own }: Levels) {
  const share = sharesAhead(hierarchy, booked, cutoff);
  const steps = new Map<number, number[]>();
  return (lead: number): number[] => {
    const known = steps.get(lead);
    if (known) return known;
    const part = (k: number) => (lead > 0 ? 1 : (share[k] ?? Number.NaN));
    const sums = own.map((path, k) => (path[lead] ?? Number.NaN) * part(k));
    steps.set(lead, sums);
    return sums;
  };
}

/** A rep's variance by share, as that of independent deals; a rep without a forecast keeps to it. */
function cellVariances(cells: readonly ActiveCell[], { own, variances }: Levels): number[] {
  return cells.map(({ rep, share }) => {
    const isIdle = (own[rep] ?? []).every((value) => value === 0);
    return isIdle ? 0 : share * (variances[rep] ?? Number.NaN);
  });
}

function modelsAt({ hierarchy, booked }: Company, { cutoff, base }: Levels, toPoint: Float64Array) {
  const isComplete = booked.byEntity.map((months) =>
    months.subarray(0, cutoff.origin).some((value) => value !== 0),
  );
  return hierarchy.entities.map((entity, k): Model | null => {
    if (entity.since > cutoff.date) return null;
    if (!isComplete[0]) return "none";
    if (isTotal(entity) && base.totals[k]) return "combination";
    return isComplete[k] || toPoint[k] !== 0 ? "own_mean" : "peer_mean";
  });
}
