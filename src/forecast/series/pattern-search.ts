export interface SearchBox<Point extends readonly number[]> {
  /** Points to try first; the search goes on from the best. */
  readonly starts: readonly Point[];
  readonly lowest: Point;
  readonly highest: Point;
}

/** Fractions of the box's width; a finer step changes no forecast that matters. */
const [widest, narrowest] = [0.25, 0.01];

/**
 * The least point of a function in a box by pattern search: a step along each axis either way,
 * the step halved whenever none helps (Hooke & Jeeves 1961). Deterministic, and needs no slope.
 */
export function minimise<Point extends readonly number[]>(
  loss: (point: Point) => number,
  { starts, lowest, highest }: SearchBox<Point>,
): Point {
  const tried = starts.map((point) => ({ point, value: loss(point) }));
  let best = tried.reduce((a, b) => (b.value < a.value ? b : a));
  for (let step = widest; step > narrowest; ) {
    let moved = false;
    for (const point of neighbours(best.point, { lowest, highest }, step)) {
      const value = loss(point);
      // an improvement by rounding alone could go on for ever
      if (value >= best.value * (1 - 1e-9)) continue;
      best = { point, value };
      moved = true;
    }
    if (!moved) step /= 2;
  }
  return best.point;
}

function neighbours<Point extends readonly number[]>(
  point: Point,
  { lowest, highest }: Pick<SearchBox<Point>, "lowest" | "highest">,
  step: number,
): Point[] {
  return point.flatMap((value, axis) => {
    const [low, high] = [lowest[axis] ?? value, highest[axis] ?? value];
    return [1, -1].map((sign) => {
      const moved = Math.min(high, Math.max(low, value + sign * step * (high - low)));
      return point.map((old, k) => (k === axis ? moved : old)) as readonly number[] as Point;
    });
  });
}
