import type { PlainDate } from "../calendar.ts";

/** What a plan of territories says, as far as it tells who has which account. */
export interface TerritoryPlan {
  readonly territories: readonly Territory[];
  readonly exceptions: readonly Exception[];
  readonly holdouts: readonly Holdout[];
}

export interface Territory {
  readonly name: string;
  /** A person_id; null where it is vacant. */
  readonly owner: string | null;
  /** Null where the plan names none. */
  readonly team: string | null;
  /** Any of them is enough. */
  readonly rules: readonly Rule[];
  readonly line: number | null;
}

/** Conditions that must all hold; null where the rule doesn't ask. */
export interface Rule {
  readonly segment: readonly string[] | null;
  readonly industry: readonly string[] | null;
  readonly country: readonly string[] | null;
  readonly region: readonly string[] | null;
  readonly minEmployees: number | null;
  readonly maxEmployees: number | null;
  /** By id or name. */
  readonly accounts: readonly string[] | null;
  readonly product: readonly string[] | null;
  readonly line: number | null;
}

/** An account that is in a territory whatever the rules say. */
export interface Exception {
  /** By id or name. */
  readonly account: string;
  readonly territory: string;
  /** The first day, and the last; null where it has none. */
  readonly effectiveFrom: PlainDate | null;
  readonly until: PlainDate | null;
  readonly reason: string | null;
  readonly line: number | null;
}

/** An account that stays with the rep who has it, up to a day. */
export interface Holdout {
  /** By id or name. */
  readonly account: string;
  readonly effectiveFrom: PlainDate | null;
  readonly until: PlainDate;
  readonly reason: string | null;
  readonly line: number | null;
}

/** An account as rules see it. */
export interface TerritoryAccount {
  readonly id: string;
  readonly name: string | null;
  /** Who has it in the CRM; null where nobody does. */
  readonly repId: string | null;
  readonly segment: string | null;
  readonly industry: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly employees: number | null;
  /** Products bought, and their families. */
  readonly products: readonly string[];
}

export interface TerritoryPerson {
  readonly id: string;
  readonly name: string;
  /** Null where nothing tells it. */
  readonly role: string | null;
  readonly teamId: string | null;
  readonly isActive: boolean;
  /** Whether it is their work to carry accounts, and they are there. */
  readonly isCarrier: boolean;
}

/** Something of the plan, or of those it is for, that is odd but usable. */
export interface TerritoryFinding {
  readonly kind:
    | "expired_holdout"
    | "empty_team"
    | "rep_without_territory"
    | "vacant_territory"
    | "unknown_territory_person"
    | "left_territory_person"
    | "unknown_territory_account"
    | "idle_territory_exception"
    | "unmet_territory_condition";
  /** The territory, account, rep or team that it is about. */
  readonly subject: string;
  readonly line: number | null;
  readonly detail: string;
}
