import { meanFallback, peerFallback, peerLevel } from "./fallback.ts";
import { flatPath, type MonthPath } from "./path.ts";
import { completeMonths, type Series } from "./series.ts";
import { fiscalMonth, reach, type Timeline } from "./timeline.ts";
import { seasonMinimum, trendSeason } from "./trend-season.ts";

/** The fewest months that are forecast without leaning on other entities. */
const ownMinimum = 3;

/**
 * The months from `origin` on, from the months before it alone, by the first method whose
 * history suffices: 24 months for the regression, 3 for the entity's mean, else the mean of
 * entities of its kind; "none" where nothing was ever booked.
 *
 * @param peers every series, the entity's own among them
 */
export function monthPath(
  series: Series,
  peers: readonly Series[],
  line: Timeline,
  origin: number,
): MonthPath {
  const history = completeMonths(series, origin);
  const length = reach(line, origin) - origin + 1;
  const isZero = history.every((value) => value === 0);
  if (!isZero && history.length >= seasonMinimum) {
    return trendSeason(history, { season: fiscalMonth(line, series.start), length });
  }
  if (!isZero && history.length >= ownMinimum) return meanFallback(history, length);
  const level = peerLevel(
    peers
      .filter((peer) => peer.entityType === series.entityType && peer.entityId !== series.entityId)
      .map((peer) => completeMonths(peer, origin)),
  );
  if (level) return peerFallback(history, level, length);
  if (!isZero) return meanFallback(history, length);
  return flatPath("none", { mean: 0, deviation: 0, months: 1, length });
}
