/**
 * What a KPI divides, step by step without a gap, the last step to date when it isn't over. A sum's
 * denominators are all null.
 */
export interface Series {
  /** The number of the first step. */
  readonly first: number;
  readonly numerator: readonly (number | null)[];
  readonly denominator: readonly (number | null)[];
}

/** A numerator and what it is divided by. */
export interface Parts {
  readonly numerator: number;
  readonly denominator: number;
}

export const stepsEnd = ({ first, numerator }: Series): number => first + numerator.length;

/** A sum over steps, both ends included; null where one of them is missing. */
export function sumOver(series: Series, first: number, last: number): number | null {
  let total = 0;
  for (let step = first; step <= last; step++) {
    const value = series.numerator[step - series.first] ?? null;
    if (value === null) return null;
    total += value;
  }
  return total;
}

/**
 * Numerators and denominators over steps, both ends included, added up apart: a rate of several
 * months is no mean of rates. Steps that lack either count for nothing; null where all do.
 */
export function partsOver(series: Series, first: number, last: number): Parts | null {
  let [numerator, denominator] = [0, 0];
  for (let step = first; step <= last; step++) {
    const above = series.numerator[step - series.first] ?? null;
    const below = series.denominator[step - series.first] ?? null;
    if (above === null || below === null) continue;
    numerator += above;
    denominator += below;
  }
  return denominator > 0 ? { numerator, denominator } : null;
}

export function rateOver(series: Series, first: number, last: number): number | null {
  const parts = partsOver(series, first, last);
  return parts === null ? null : parts.numerator / parts.denominator;
}
