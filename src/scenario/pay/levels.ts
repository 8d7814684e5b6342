/** Into how many equally likely levels somebody's year is parted. */
export const levelCount = 10;

/** A quantity that is drawn, as levels that are equally likely, from the least to the most. */
export interface Levels {
  /** The mean of each level. */
  readonly values: readonly number[];
  /** The level of each draw. */
  readonly levelOf: Uint8Array;
}

/** Draws by level; which of equal draws comes first makes no difference to its mean. */
export function levelsOf(draws: Float64Array): Levels {
  const order = [...draws.keys()].sort(
    (a, b) => (draws[a] as number) - (draws[b] as number) || a - b,
  );
  const levelOf = new Uint8Array(draws.length);
  const values = new Array<number>(levelCount).fill(0);
  const size = draws.length / levelCount;
  order.forEach((draw, rank) => {
    const level = Math.floor(rank / size);
    levelOf[draw] = level;
    values[level] = (values[level] as number) + (draws[draw] as number) / size;
  });
  return { values, levelOf };
}
