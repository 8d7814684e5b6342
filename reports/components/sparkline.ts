import { svg } from "npm:htl";
import type { TrendPoint } from "./scoreLines.js";

const [width, height, margin] = [92, 22, 3];

interface Place {
  readonly x: number;
  readonly y: number;
  readonly isPartial: boolean;
}

/** A trend as a small line; gaps where nothing is known, the last period as a dot. */
export function sparkline(points: readonly TrendPoint[]): SVGElement {
  const places = placed(points);
  const last = places.findLast((place) => place !== null);
  const dot =
    last &&
    svg`<circle cx=${last.x} cy=${last.y} r="2.4" class=${last.isPartial ? "partial" : ""}></circle>`;
  return svg`<svg class="sparkline" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">
    ${runs(places).map((run) => svg`<polyline points=${run.map(({ x, y }) => `${x},${y}`).join(" ")}></polyline>`)}
    ${dot ?? ""}</svg>`;
}

function placed(points: readonly TrendPoint[]): (Place | null)[] {
  const known = points.map(({ value }) => value).filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const step = (width - 2 * margin) / Math.max(points.length - 1, 1);
  return points.map(({ value, is_partial }, index) => {
    if (value === null) return null;
    const share = high === low ? 0.5 : (value - low) / (high - low);
    const y = height - margin - share * (height - 2 * margin);
    const round = (place: number) => Math.round(place * 10) / 10;
    return { x: round(margin + index * step), y: round(y), isPartial: is_partial };
  });
}

/** The stretches without a gap. */
function runs(places: readonly (Place | null)[]): Place[][] {
  const found: Place[][] = [[]];
  for (const place of places) {
    if (place === null) found.push([]);
    else found.at(-1)?.push(place);
  }
  return found.filter((run) => run.length > 1);
}
