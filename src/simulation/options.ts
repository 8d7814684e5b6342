import type { PlainDate } from "../calendar.ts";

export const layouts = ["salesforce", "hubspot", "both"] as const;
export type Layout = (typeof layouts)[number];

export interface SimulationOptions {
  /** Seats that carry a quota (account executives and account managers) at the as-of date. */
  readonly reps: number;
  readonly accounts: number;
  /** Complete fiscal years before the one that the as-of date falls in. */
  readonly years: number;
  readonly seed: number;
  /** The date of the last drop. */
  readonly asOf: PlainDate;
  /** What a drop holds: rows created or changed since the drop before, or every row. */
  readonly drops: "delta" | "full";
  /** Which CRM's exports are written; in `both`, an acquired region lives in HubSpot. */
  readonly layout: Layout;
  /** Whether HubSpot's deals of the last drop are also written as a view exports them. */
  readonly hasDealsView: boolean;
  /** Whether Salesforce's exports tell of territories. */
  readonly hasTerritories: boolean;
  /** 1 is the usual share of dirty rows (about 2 % of opportunities), 0 none. */
  readonly dirt: number;
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number;
  readonly companyName: string;
}

/** The committed sample: `quotabook simulate data/sample` with no options writes it. */
export const sampleOptions: SimulationOptions = {
  reps: 45,
  accounts: 1200,
  years: 5,
  seed: 20260703,
  asOf: "2026-07-03",
  drops: "delta",
  layout: "salesforce",
  hasDealsView: false,
  hasTerritories: false,
  dirt: 1,
  fiscalYearStartMonth: 2,
  companyName: "Halden Systems",
};
