/** The last season repeated: the floor that every other member must beat. */
export function seasonalNaive(y: readonly number[], season: number, h: number): number[] {
  const m = Math.min(season, y.length);
  return Array.from({ length: h }, (_, k) => y[y.length - m + (k % m)] ?? Number.NaN);
}
