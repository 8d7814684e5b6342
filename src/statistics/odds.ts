import type { Trials } from "./sparse-rows.ts";

/** A linear model of log-odds. */
interface LogOdds {
  readonly intercept: number;
  readonly coefficients: readonly number[];
}

/** The log-odds at a row of the design. */
export function logOdds(
  { intercept, coefficients }: LogOdds,
  { columns, values }: Pick<Trials, "columns" | "values">,
): number {
  return columns.reduce(
    (total, column, k) => total + (coefficients[column] ?? Number.NaN) * (values?.[k] ?? 1),
    intercept,
  );
}

/** The chance that log-odds stand for. */
export const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** The log-odds of a chance. */
export const oddsOf = (chance: number): number => Math.log(chance / (1 - chance));
