import type { PlainDate } from "../calendar.ts";
import type { Guardrails } from "../quota/guardrails.ts";
import type { Buffers } from "../quota/levels.ts";
import type { SalesYear } from "../quota/sales-year.ts";

/** Somebody of a role who has yet to be hired. */
export interface Newcomer {
  readonly role: string;
  /** Expected bookings of each month of the year were the rep ramped, with the usual territory. */
  readonly full: readonly number[];
  readonly ratioVariance: number;
  readonly earnings: number | null;
}

/** An account that may be moved, and its part of what its rep's accounts are worth. */
export interface MovableAccount {
  readonly accountId: string;
  readonly repId: string;
  /** 0 to 1. */
  readonly share: number;
}

/** The plan that scenarios are written over; money in whole minor units. Plain JSON. */
export interface PlanBase {
  readonly company: string;
  readonly currency: string;
  readonly currencyDigits: number;
  /** The planned fiscal year, such as FY28. */
  readonly label: string;
  readonly yearStart: PlainDate;
  readonly year: SalesYear;
  readonly names: Readonly<Record<string, string>>;
  readonly newcomers: readonly Newcomer[];
  readonly accounts: readonly MovableAccount[];
  /** The company's target in the plan; null where it names none. */
  readonly planned: number | null;
  /** What growth is counted from. */
  readonly forecast: number | null;
  readonly growth: number;
  readonly overAssignment: Buffers;
  readonly guardrails: Guardrails;
  /** Minor units. */
  readonly unit: number;
  /** Share of reps at quota that the company aims for. */
  readonly aim: number;
}
