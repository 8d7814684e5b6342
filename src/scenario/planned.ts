import type { Recommended } from "../quota/recommend.ts";

/** A rep in a plan; whole minor units. */
export interface PlannedRep extends Recommended {
  readonly teamId: string;
  readonly regionId: string;
  readonly isHire: boolean;
}

/** The company, a region or a team. */
export interface PlannedGroup {
  readonly level: "company" | "region" | "team";
  readonly id: string;
  readonly quota: number;
  /** What the quotas of its reps sum to. */
  readonly carried: number;
  readonly expected: number;
  readonly reps: number;
  /** P(what its reps book ≥ its quota). */
  readonly odds: number;
  readonly shareAtQuota: number;
}

/** The expected share of reps at quota. */
export const shareAtQuota = (reps: readonly PlannedRep[]): number =>
  reps.length === 0 ? 0 : reps.reduce((sum, { odds }) => sum + odds, 0) / reps.length;
