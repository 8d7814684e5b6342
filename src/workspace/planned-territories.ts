import type { PlainDate } from "../calendar.ts";

/** Territories from a day on, until a later plan's day. */
export interface PlannedTerritories {
  readonly effectiveFrom: PlainDate;
  /** Null where the file doesn't say when it was known. */
  readonly recordedOn: PlainDate | null;
  readonly territories: readonly PlannedTerritory[];
  readonly exceptions: readonly PlannedException[];
  readonly holdouts: readonly PlannedHoldout[];
  readonly moves: PlannedMoves;
}

export interface PlannedTerritory {
  readonly name: string;
  /** A person_id; null where it is vacant. */
  readonly owner: string | null;
  readonly team: string | null;
  readonly rules: readonly PlannedRule[];
  readonly line: number | null;
}

/** Conditions that must all hold; null where the rule doesn't ask. */
export interface PlannedRule {
  readonly segment: readonly string[] | null;
  readonly industry: readonly string[] | null;
  readonly country: readonly string[] | null;
  readonly region: readonly string[] | null;
  readonly minEmployees: number | null;
  readonly maxEmployees: number | null;
  readonly accounts: readonly string[] | null;
  readonly product: readonly string[] | null;
  readonly line: number | null;
}

/** An account that is in a territory whatever the rules say; days are inclusive. */
export interface PlannedException {
  readonly account: string;
  readonly territory: string;
  readonly effectiveFrom: PlainDate | null;
  readonly until: PlainDate | null;
  readonly reason: string | null;
  readonly line: number | null;
}

/** An account that stays with the rep who has it, up to a day. */
export interface PlannedHoldout {
  readonly account: string;
  readonly effectiveFrom: PlainDate | null;
  readonly until: PlainDate;
  readonly reason: string | null;
  readonly line: number | null;
}

/** What the balance may recommend. */
export interface PlannedMoves {
  readonly mostMoves: number | null;
  readonly keepIncumbents: number | null;
  readonly within: "team" | "region" | "company";
  readonly protected: readonly string[];
}
