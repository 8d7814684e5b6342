import { uniformStream } from "../../src/statistics/random.ts";
import type { BalanceProblem } from "../../src/territory/problem.ts";

export interface InstanceOptions {
  readonly accounts: number;
  readonly reps: number;
  readonly seed: number;
  readonly mostMoves?: number | null;
  readonly moveCost?: number;
  /** Share of accounts that may not move. */
  readonly kept?: number;
  /** Each rep may take accounts of this many reps to either side alone; null for all. */
  readonly reach?: number | null;
  readonly pools?: number;
}

const padded = (letter: string, index: number) => `${letter}${String(index).padStart(5, "0")}`;

/** Accounts of uneven size, as in sales, unevenly spread over reps of uneven capacity. */
export function instance({
  accounts,
  reps,
  seed,
  mostMoves = null,
  moveCost = 0,
  kept = 0,
  reach = null,
  pools = 1,
}: InstanceOptions): BalanceProblem {
  const random = uniformStream(seed);
  const repId = (index: number) => padded("R", (index + reps) % reps);
  const holders = Array.from({ length: reps }, () => 0.5 + random());
  const total = holders.reduce((a, b) => a + b, 0);
  const drawHolder = () => {
    let left = random() * total;
    const index = holders.findIndex((share) => {
      left -= share;
      return left < 0;
    });
    return Math.max(0, index);
  };
  return {
    measures: [
      { name: "potential", weight: 0.5 },
      { name: "workload", weight: 0.3 },
      { name: "history", weight: 0.2 },
    ],
    reps: Array.from({ length: reps }, (_, index) => ({
      id: repId(index),
      name: `Rep ${index}`,
      capacity: index % 7 === 6 ? 0.5 : 1,
      pool: `Team ${index % pools}`,
    })),
    accounts: Array.from({ length: accounts }, (_, index) => {
      const holder = drawHolder();
      const size = Math.exp(1.1 * (random() + random() + random() - 1.5) * 2);
      const near = (spread: number) => Math.exp(spread * (random() - 0.5));
      return {
        id: padded("A", index),
        name: `Account ${index}`,
        repId: repId(holder),
        loads: [
          Math.round(size * near(1) * 1e5),
          1 + Math.round(5 * near(2)),
          random() < 0.4 ? 0 : Math.round(size * near(2) * 2e4),
        ],
        isKept: random() < kept,
        takers:
          reach === null
            ? null
            : Array.from({ length: 2 * reach + 1 }, (_, step) => repId(holder + step - reach)),
      };
    }),
    limits: { mostMoves, moveCost },
  };
}
