import * as Plot from "npm:@observablehq/plot";
import { formatRate } from "../src/format.js";
import { ink } from "./plotting.js";
import { repLines, repRange } from "./repLines.js";

export interface BalanceRow {
  readonly rep_id: string;
  readonly rep: string;
  readonly pool: string;
  readonly count_accounts_before: number;
  readonly count_accounts_after: number;
  readonly deviation_before_rate: number;
  readonly deviation_after_rate: number;
  /** How much more than the target the rep has; below zero where it is less. */
  readonly position_before_rate: number;
  readonly position_after_rate: number;
  /** Loads as multiples of their targets; null where the pool has nothing of it. */
  readonly potential_before_rate: number | null;
  readonly potential_after_rate: number | null;
  readonly workload_before_rate: number | null;
  readonly workload_after_rate: number | null;
  readonly history_before_rate: number | null;
  readonly history_after_rate: number | null;
}

/** Each rep's load against the target, over all measures: today and with the moves. */
export const balanceChart = (rows: readonly BalanceRow[], width: number): Element =>
  repLines(
    rows,
    {
      tickFormat: signed,
      marks: [
        Plot.ruleX([0], { stroke: ink.muted }),
        repRange(rows, {
          x1: (row) => row.position_before_rate,
          x2: (row) => row.position_after_rate,
        }),
        Plot.dot(rows, { y: "rep_id", x: "position_before_rate", stroke: ink.before, r: 4 }),
        Plot.dot(rows, {
          y: "rep_id",
          x: "position_after_rate",
          fill: ink.now,
          r: 4,
          title: tipOf,
          tip: true,
        }),
      ],
    },
    width,
  );

/** `+18 %`, `−4 %`, `0 %`: over or under the target. */
const signed = (share: number) => `${share > 0 ? "+" : ""}${formatRate(share)}`;

const tipOf = (row: BalanceRow) =>
  [
    row.rep,
    row.pool,
    `today ${signed(row.position_before_rate)}, ${row.count_accounts_before} accounts`,
    `with the moves ${signed(row.position_after_rate)}, ${row.count_accounts_after} accounts`,
  ].join("\n");
