interface Block {
  readonly value: number;
  readonly weight: number;
  readonly count: number;
}

/**
 * The non-decreasing sequence closest to `values` in weighted squares: pool adjacent violators
 * (Ayer et al. 1955).
 *
 * @param weights positive, as many as values
 */
export function isotonic(values: readonly number[], weights: readonly number[]): number[] {
  const blocks: Block[] = [];
  for (const [index, value] of values.entries()) {
    let block: Block = { value, weight: weights[index] ?? 1, count: 1 };
    for (let last = blocks.at(-1); last && last.value > block.value; last = blocks.at(-1)) {
      block = pool(last, block);
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ value, count }) => Array<number>(count).fill(value));
}

function pool(a: Block, b: Block): Block {
  const weight = a.weight + b.weight;
  const value = (a.value * a.weight + b.value * b.weight) / weight;
  return { value, weight, count: a.count + b.count };
}
