import { anyCredit, type Conditions } from "../credit/conditions.ts";
import { exact, roundHalfAway } from "../exact.ts";
import type { Dated } from "./terms.ts";
import type { DatedEntry, WhereEntry } from "./values.ts";

/** In what a component's numbers are kept. */
export interface Scale {
  /** Minor units in a major unit of the plan's currency. */
  readonly moneyUnits: number;
  /** The same for what is credited: minor units, or hundredths where units are counted. */
  readonly creditUnits: number;
  readonly hasQuota: boolean;
}

/** Whole minor units of an amount as written. */
export const cents = (amount: number, moneyUnits: number): number =>
  roundHalfAway(exact(amount).mul(moneyUnits));

export function whereOf(entry: WhereEntry | undefined, { moneyUnits }: Scale): Conditions {
  if (entry === undefined || Object.keys(entry).length === 0) return anyCredit;
  const minor = (amount: number | undefined) =>
    amount === undefined ? null : cents(amount, moneyUnits);
  return {
    types: entry.types ?? null,
    products: entry.products ?? null,
    notProducts: entry.not_products ?? null,
    minCents: minor(entry.min_amount),
    maxCents: minor(entry.max_amount),
    from: entry.from ?? null,
    until: entry.until ?? null,
    first: entry.first ?? null,
  };
}

/** A number that always holds, or numbers by date; in the units of the scale. */
export function datedOf(entry: DatedEntry, units: number): Dated[] {
  if (typeof entry === "number") return [{ from: null, value: exact(entry).mul(units) }];
  return entry.map(({ from, amount }) => ({ from, value: exact(amount).mul(units) }));
}
