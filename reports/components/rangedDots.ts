import * as Plot from "npm:@observablehq/plot";
import { ink } from "./plotting.js";

/** A value on a line of its own, with what it may be by chance. */
export interface Ranged {
  readonly name: string;
  readonly value: number;
  /** Null where there is too little to tell a range. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Whether chance alone wouldn't explain it; what it would stands back. */
  readonly isClear: boolean;
  readonly tip: string;
}

/** The ranges, and the values as dots on them. */
export const rangedDots = (rows: readonly Ranged[]) =>
  [
    Plot.ruleY(
      rows.filter(({ lower }) => lower !== null),
      { y: "name", x1: "lower", x2: "upper", stroke: colour, strokeWidth: 4, strokeOpacity: 0.4 },
    ),
    Plot.dot(rows, { y: "name", x: "value", fill: colour, r: 5, tip: true, title: "tip" }),
  ] as const;

const colour = ({ isClear }: Ranged) => (isClear ? ink.now : ink.before);
