/** Outcomes by falling score, equal scores side by side. */
export interface Ranking {
  /** Indices of the scores, highest first. */
  readonly order: Uint32Array;
  /** Where in `order` each run of equal scores ends, exclusive. */
  readonly ends: readonly number[];
  /** 1 or 0, as many as scores, in the order given. */
  readonly outcomes: ArrayLike<number>;
}

/** @param scores finite, as many as outcomes */
export function ranked(scores: ArrayLike<number>, outcomes: ArrayLike<number>): Ranking {
  const score = (index: number) => scores[index] ?? Number.NaN;
  const order = Uint32Array.from({ length: scores.length }, (_, index) => index);
  order.sort((a, b) => score(b) - score(a) || a - b);
  const ends: number[] = [];
  for (const [place, index] of order.entries()) {
    const next = order[place + 1];
    if (next === undefined || score(next) !== score(index)) ends.push(place + 1);
  }
  return { order, ends, outcomes };
}

/** Weights of the won and of the lost in each run of equal scores; 1 a row where none are given. */
export function* runsOf(
  { order, ends, outcomes }: Ranking,
  weights?: ArrayLike<number>,
): Generator<{ won: number; lost: number }> {
  let place = 0;
  for (const end of ends) {
    let [won, lost] = [0, 0];
    for (; place < end; place++) {
      const index = order[place] ?? Number.NaN;
      const weight = weights?.[index] ?? 1;
      if (outcomes[index] === 1) won += weight;
      else lost += weight;
    }
    yield { won, lost };
  }
}
