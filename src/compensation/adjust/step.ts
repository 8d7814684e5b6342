import type Fraction from "fraction.js";
import type { PlainDate } from "../../calendar.ts";
import type { Cause } from "../line.ts";

/** What is left of a run's pay to date after a rule that looks at the whole of it. */
export interface Step {
  readonly cause: Cause;
  /** Whole minor units, of all of the run up to the end of a month. */
  readonly cents: number;
  readonly tier?: number;
  readonly rate: Fraction;
  /** The component whose attainment it looks at. */
  readonly by: string;
}

/** What the last of some steps leaves. */
export const left = (steps: readonly Step[], start: number): number => steps.at(-1)?.cents ?? start;

/** How far a component's credit has come at the end of a month, as a share of quota. */
export type AttainmentOf = (component: string, monthEnd: PlainDate) => Fraction;
