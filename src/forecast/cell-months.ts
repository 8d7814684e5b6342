import type { Company } from "./base.ts";
import type { Cutoff } from "./cutoff.ts";
import type { Hierarchy } from "./hierarchy.ts";
import { nonNegative, wholeCents } from "./whole-cents.ts";

/** The cells that months ahead are sums of: those with anything to come. */
export interface CellMonths {
  readonly cells: readonly number[];
  /** By month ahead, in their order. */
  readonly steps: readonly Float64Array[];
}

/** What is to come of a cell in a month ahead of a cutoff, minor units. */
export type CellAhead = (cell: number, lead: number) => number;

/** Cells by number; what has no place among them has nothing to come. */
export function aheadOf({ cells, steps }: CellMonths): CellAhead {
  const places = new Map(cells.map((cell, place) => [cell, place]));
  return (cell, lead) => steps[lead]?.[places.get(cell) ?? -1] ?? 0;
}

/** By entity the places of its cells among the given ones. */
export function placesOf({ entities }: Hierarchy, cells: readonly number[]): number[][] {
  const places = new Map(cells.map((cell, place) => [cell, place]));
  return entities.map((entity) => entity.cells.flatMap((cell) => places.get(cell) ?? []));
}

/** To whole cents, and none below zero but where a cell's history was. */
export function rounding({ booked }: Company, cells: readonly number[], { origin }: Cutoff) {
  const free = cells.map((cell) =>
    (booked.byCell[cell] ?? new Float64Array()).subarray(0, origin).some((value) => value < 0),
  );
  return (values: Float64Array) => wholeCents(nonNegative(values, (k) => free[k] === true));
}

/** By entity and month ahead, from its places among the cells. */
export const sumsOf = (places: readonly (readonly number[])[], steps: readonly Float64Array[]) =>
  places.map((own) => Float64Array.from(steps, (step) => sumAt(step, own)));

const sumAt = (values: Float64Array, places: readonly number[]) =>
  places.reduce((total, place) => total + (values[place] ?? Number.NaN), 0);
