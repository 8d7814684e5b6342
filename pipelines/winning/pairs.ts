import { grouped } from "../../src/statistics/grouped.ts";
import { independent } from "../../src/winning/cell.ts";
import { ratePrior, winRate } from "../../src/winning/rate.ts";
import { rateColumns } from "./estimate-rows.ts";
import type { PairRow } from "./rows.ts";

/** Rows of `win_pair_estimate` of one span and scope: pairs of the same dimensions lean on each other. */
export function pairsOf(pairs: readonly PairRow[], effect: number, minCell: number): object[] {
  const alike = grouped(pairs, ({ dimension, other_dimension }) =>
    JSON.stringify([dimension, other_dimension]),
  );
  return [...alike.values()].flatMap((rows) => {
    const counts = rows.map((row) => ({
      row,
      ...independent({ won: row.won_count, lost: row.lost_count }, effect),
    }));
    const prior = ratePrior(counts);
    return counts
      .filter(({ row }) => row.won_count + row.lost_count >= minCell)
      .map(({ row, ...count }) => ({ ...row, ...rateColumns(winRate(count, prior)) }));
  });
}
