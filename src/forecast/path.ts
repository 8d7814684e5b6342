/** Which method made a forecast; the page says it in words. */
export type Model = "ridge_trend_season" | "mean_fallback" | "peer_fallback" | "none";

/** The expected bookings of whole months from the origin's on, and how far they scatter. */
export interface MonthPath {
  readonly model: Model;
  /** Expected bookings of each month as a whole, in minor units. */
  readonly mean: readonly number[];
  /** One month's standard deviation by month, in minor units. */
  readonly deviation: readonly number[];
  /** Months that the level was learned from: its own error is 1/√months of the deviation. */
  readonly months: number;
}

/** A path that is the same in every month. */
export function flatPath(
  model: Model,
  {
    mean,
    deviation,
    months,
    length,
  }: { mean: number; deviation: number; months: number; length: number },
): MonthPath {
  const repeat = (value: number) => Array<number>(length).fill(value);
  return { model, mean: repeat(mean), deviation: repeat(deviation), months };
}
