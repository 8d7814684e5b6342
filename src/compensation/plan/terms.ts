import type Fraction from "fraction.js";
import type { FiscalCalendar, Grain, PlainDate } from "../../calendar.ts";
import type { Conditions } from "../credit/conditions.ts";
import type { CreditRole } from "../credit/credit.ts";
import type { Measure } from "../credit/measure.ts";
import type { RateRule } from "../rate/rule.ts";

/** A compensation plan as read; money in minor units of its currency, shares and rates exact. */
export interface PlanTerms {
  readonly name: string;
  readonly covers: Covers;
  readonly effectiveFrom: PlainDate;
  /** The last day; null where it has none. */
  readonly effectiveUntil: PlainDate | null;
  readonly recordedOn: PlainDate | null;
  /** Whether it pays people beside the plan that they are under. */
  readonly isSupplement: boolean;
  readonly currency: string;
  readonly calendar: FiscalCalendar;
  /** Currency → what one major unit of it is worth in the plan's, by date. */
  readonly exchangeRates: ReadonlyMap<string, readonly Dated[]>;
  /** A year's; null where the roster says it. */
  readonly onTargetEarnings: Fraction | null;
  readonly variableShare: Fraction | null;
  readonly pays: Grain;
  readonly draw: DrawTerms | null;
  readonly negativePay: "carried" | "floored";
  readonly caps: { readonly period: number | null; readonly year: number | null };
  readonly leavers: LeaverTerms;
  readonly splitTotal: SplitTotal;
  readonly components: readonly ComponentTerms[];
}

export interface Covers {
  readonly roles: readonly string[] | null;
  readonly teams: readonly string[] | null;
  readonly people: readonly string[] | null;
  readonly except: readonly string[];
}

/** A number that holds from a day on, until the next one; from ever where the day is null. */
export interface Dated {
  readonly from: PlainDate | null;
  readonly value: Fraction;
}

export interface DrawTerms {
  readonly kind: "recoverable" | "non_recoverable";
  /** Of a whole pay period. */
  readonly cents: number;
  /** The last day; null where it has none. */
  readonly until: PlainDate | null;
  /** Months of service after which it ends; null where it doesn't. */
  readonly months: number | null;
}

export interface LeaverTerms {
  readonly pay: "earned" | "booked_by_last_day" | "nothing";
  readonly recoversDraw: boolean;
}

/** What the shares of a deal must sum to. */
export type SplitTotal = "exact" | "at_most" | "any";

/** Who has quotas in plans/quotas.csv. */
export const quotaHolders = ["rep", "team", "region", "company"] as const;
export type QuotaHolder = (typeof quotaHolders)[number];

export interface ComponentTerms {
  readonly name: string;
  readonly measure: Measure;
  readonly credit: readonly CreditRole[];
  readonly where: Conditions;
  readonly lessShareOfAmount: Fraction;
  readonly target: TargetTerms | null;
  /** Of a measure period; "assigned" where it stands in plans/quotas.csv, null where there is none. */
  readonly quota: readonly Dated[] | "assigned" | null;
  /** Whose assigned quota it is; null where that goes by whom the component credits. */
  readonly quotaOf: QuotaHolder | null;
  /** Within which credit adds up. */
  readonly period: Grain;
  readonly isProrated: boolean;
  /** Whether the quota goes by the days covered, too: a level, such as a retention, doesn't. */
  readonly isQuotaProrated: boolean;
  readonly rule: RateRule;
  /** Its own threshold is the first of them. */
  readonly gates: readonly Gate[];
  readonly multipliers: readonly Multiplier[];
  readonly caps: ComponentCaps;
  readonly weights: readonly Weight[];
  readonly paid: PaidTerms;
  readonly reversal: ReversalTerms;
  readonly budget: { readonly cents: number; readonly use: "first_come" | "pro_rata" } | null;
  readonly pool: { readonly shareBy: "even" | "earnings" | "credit" } | null;
}

/** A year's target pay: a share of a person's variable pay, or an amount. */
export type TargetTerms =
  | { readonly of: "variable_pay"; readonly share: Fraction }
  | { readonly of: "plan"; readonly pay: readonly Dated[] };

/** Nothing is paid while the attainment of a component is under a bound. */
export interface Gate {
  readonly component: string;
  readonly atLeast: Fraction;
}

/** Pay is multiplied by what stands at the tier that the attainment of a component reaches. */
export interface Multiplier {
  readonly component: string;
  readonly tiers: readonly { readonly from: Fraction; readonly times: Fraction }[];
}

/** In minor units, but attainment; null where there is no cap. */
export interface ComponentCaps {
  readonly line: number | null;
  readonly period: number | null;
  readonly year: number | null;
  readonly attainment: Fraction | null;
}

/** How many times the credits that it names count to attainment. */
export interface Weight {
  readonly where: Conditions;
  readonly times: Fraction;
}

/** Which share of pay falls due on which event, and how many days after it; the shares sum to 1. */
export interface PaidTerms {
  readonly booking: Fraction;
  readonly invoice: Fraction;
  readonly cash: Fraction;
  readonly holdDays: number;
}

export interface ReversalTerms {
  readonly returns: "original_line" | "recompute";
  /** Days after the credit beyond which nothing is taken back; null without such a limit. */
  readonly withinDays: number | null;
  readonly lowersAttainment: boolean;
}
