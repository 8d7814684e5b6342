import type { Company } from "../base.ts";
import { aheadOf, type CellAhead, type CellMonths } from "../cell-months.ts";
import type { Cutoff } from "../cutoff.ts";
import { sharesAhead } from "../share-ahead.ts";

/**
 * The series forecast of an earlier cutoff, seen from a later one with nothing learnt since: months
 * that are over drop out, and of the later cutoff's month remains what usually does at that point.
 */
export function seriesPassed(
  { hierarchy, booked }: Company,
  {
    before,
    series,
    now,
  }: { readonly before: Cutoff; readonly series: CellMonths; readonly now: Cutoff },
): CellAhead {
  const ahead = aheadOf(series);
  const shares = sharesAhead(hierarchy, booked, now);
  const sharesBefore = sharesAhead(hierarchy, booked, before);
  const months = now.origin - before.origin;
  const firstRep = hierarchy.entities.findIndex(({ entityType }) => entityType === "rep");
  return (cell, lead) => {
    const cents = ahead(cell, lead + months);
    if (lead > 0) return cents;
    const rep = firstRep + Math.floor(cell / hierarchy.segments.length);
    const left = shares[rep] ?? Number.NaN;
    // of the earlier cutoff's own month the forecast is only of what was left then
    const leftBefore = months === 0 ? (sharesBefore[rep] ?? Number.NaN) : 1;
    return leftBefore > 0 ? cents * Math.min(1, left / leftBefore) : 0;
  };
}
