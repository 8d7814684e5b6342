/** Rows that must stay together, and how they ended. */
export interface FoldRows {
  /** The group of each row, 0 to the number of groups − 1. */
  readonly groups: ArrayLike<number>;
  /** 1 or 0 each. */
  readonly outcomes: ArrayLike<number>;
  /** Decides between groups that are alike, so that the order of rows doesn't: one a group. */
  readonly ranks: ArrayLike<number>;
}

interface Group {
  readonly index: number;
  readonly counts: readonly [lost: number, won: number];
}

/**
 * Folds of about equal size and about equal shares of outcomes in which no group stands twice: the
 * largest groups first, each where it adds least to the squares of both outcomes' counts (after
 * scikit-learn's `StratifiedGroupKFold`).
 *
 * @returns the fold of each row, 0 to `folds` − 1
 */
export function groupFolds(rows: FoldRows, folds: number): Uint8Array {
  const groups = groupsOf(rows);
  const totals = [0, 1].map((outcome) =>
    groups.reduce((total, { counts }) => total + (counts[outcome] ?? 0), 0),
  );
  const filled = Array.from({ length: folds }, () => [0, 0] as [number, number]);
  const foldOf = new Uint8Array(groups.length);
  for (const group of groups) {
    const fold = emptiest(filled, group, totals);
    foldOf[group.index] = fold;
    const counts = filled[fold];
    if (!counts) continue;
    counts[0] += group.counts[0];
    counts[1] += group.counts[1];
  }
  return Uint8Array.from({ length: rows.groups.length }, (_, row) => {
    return foldOf[rows.groups[row] ?? -1] ?? 0;
  });
}

/** Largest first, those of a size by their ranks. */
function groupsOf({ groups, outcomes, ranks }: FoldRows): Group[] {
  const counts = Array.from({ length: ranks.length }, () => [0, 0] as [number, number]);
  for (let row = 0; row < groups.length; row++) {
    const count = counts[groups[row] ?? -1];
    if (count) count[outcomes[row] === 1 ? 1 : 0] += 1;
  }
  const size = ({ counts: [lost, won] }: Group) => lost + won;
  return counts
    .map((count, index): Group => ({ index, counts: count }))
    .sort(
      (a, b) =>
        size(b) - size(a) || (ranks[a.index] ?? 0) - (ranks[b.index] ?? 0) || a.index - b.index,
    );
}

/** What a group adds to Σ (count / total)² is least there: 2 · count · own, beside a constant. */
function emptiest(
  filled: readonly (readonly [number, number])[],
  { counts }: Group,
  totals: readonly number[],
): number {
  const cost = (fold: readonly [number, number]) =>
    [0, 1].reduce((sum, k) => {
      const total = Math.max(1, totals[k] ?? 1);
      return sum + ((counts[k] ?? 0) / total) * ((fold[k] ?? 0) / total);
    }, 0);
  const costs = filled.map(cost);
  return costs.indexOf(Math.min(...costs));
}
