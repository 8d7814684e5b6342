/** Weeks that a quarter may have, the last begun: places of the year's last quarter follow the others'. */
export const quarterWeeks = 14;

/** What happened in the same place of several quarters. */
export interface PlaceCount {
  /** Whole weeks to the quarter's last day; in the last quarter of a fiscal year 14 more. */
  readonly place: number;
  readonly events: number;
}

/** Weeks of the usual pace that each place is given to start from. */
const prior = 4;

/**
 * How much faster than usual something happens in a place of the quarter, 1 on average over the days
 * counted: deals are created when people are back, and closed at its end, the more at the year's. A
 * place of the year's last quarter leans on the same one of the others, and that on an even pace.
 *
 * @param days how many of the days counted lie in each place
 */
export function quarterPace(
  counts: readonly PlaceCount[],
  days: readonly number[],
): (place: number) => number {
  const all = counts.reduce((total, { events }) => total + events, 0);
  const usual = all / days.reduce((total, count) => total + count, 0);
  if (!(usual > 0)) return () => 1;
  const byPlace = new Map(counts.map(({ place, events }) => [place, events]));
  // a place that no event fell into had none
  const eventsIn = (place: number) => byPlace.get(place) ?? 0;
  const daysIn = (place: number) => days[place] ?? 0;
  const paceIn = (place: number, guess: number) =>
    (eventsIn(place) + guess * usual * 7 * prior) / (usual * (daysIn(place) + 7 * prior));
  return (place) => {
    const other = paceIn(place % quarterWeeks, 1);
    return place < quarterWeeks ? other : paceIn(place, other);
  };
}
