export interface RollingOriginOptions {
  /** Observations that the first training part holds at least. */
  readonly minimum: number;
  /** Observations from one origin to the next. */
  readonly step: number;
  /** The most origins wanted, the latest ones. */
  readonly limit?: number;
}

/**
 * Origins of a rolling back-test, earliest first: at origin k the observations before k train and
 * those from k on are forecast. They step back from `end`, which itself is no origin, so every
 * origin stands at the same point of the season when the step divides it
 * (Tashman 2000, Out-of-sample tests of forecasting accuracy).
 */
export function rollingOrigins(
  end: number,
  { minimum, step, limit = Number.POSITIVE_INFINITY }: RollingOriginOptions,
): number[] {
  const origins: number[] = [];
  for (let origin = end - step; origin >= minimum && origins.length < limit; origin -= step) {
    origins.push(origin);
  }
  return origins.reverse();
}
