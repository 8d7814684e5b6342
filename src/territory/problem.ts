/** What a balance is of; plain values, so that a page can hand it to a worker. */
export interface BalanceProblem {
  /** What reps are held to an equal share of, such as potential, workload and history. */
  readonly measures: readonly BalanceMeasure[];
  readonly reps: readonly BalanceRep[];
  readonly accounts: readonly BalanceAccount[];
  readonly limits: BalanceLimits;
}

export interface BalanceMeasure {
  readonly name: string;
  /** Its part in a rep's deviation, above 0; weights needn't sum to 1. */
  readonly weight: number;
}

export interface BalanceRep {
  readonly id: string;
  readonly name: string;
  /** Share of a full load that the rep can carry, above 0: 1 unless ramping or part of a job. */
  readonly capacity: number;
  /** Accounts stay within a pool, and its reps share its total: a team, a region, or all. */
  readonly pool: string;
}

export interface BalanceAccount {
  readonly id: string;
  readonly name: string;
  /** Who has it now. */
  readonly repId: string;
  /** What it counts on each measure, in the measure's order; not negative. */
  readonly loads: readonly number[];
  /** Stays where it is: protected, held out, or placed by an exception. */
  readonly isKept: boolean;
  /** The reps of the pool who may have it, by id, such as those within travel; null for all. */
  readonly takers: readonly string[] | null;
}

export interface BalanceLimits {
  /** How many accounts may move; null for any number. */
  readonly mostMoves: number | null;
  /** By how much a move must lower the worst deviation to be worth making; 0.0005 is 0.05 %. */
  readonly moveCost: number;
}
