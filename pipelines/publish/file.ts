import type { Table } from "apache-arrow";
import type { Answer, Currency } from "../../src/narrative/answer.ts";

/** Who a published file is for, widest first. */
export const audiences = ["all", "leadership", "team", "person"] as const;
export type Audience = (typeof audiences)[number];

/** A file that pages read: JSON when it has a `body`, Arrow IPC when it has a `table`. */
export interface ReportFile {
  /** Its name under `data/`, with its ending. */
  readonly name: string;
  readonly audience: Audience;
  readonly content: { readonly body: object } | { readonly table: Table };
}

/** What one page is drawn from. */
export interface PageContent {
  /** The page's path, such as `/index`. */
  readonly path: string;
  readonly answer: Answer;
  readonly files: readonly ReportFile[];
}

/** The row of the table `run`, and the age limits of the feeds. */
export interface Edition extends Currency {
  readonly company: string;
  readonly as_of: string;
  readonly build_id: string;
  readonly fiscal_start_month: number;
  readonly bookings_measure: string;
  readonly share_at_quota_aim: number;
  readonly min_cell: number;
  readonly feeds: readonly Feed[];
}

export interface Feed {
  readonly source: string;
  readonly last_drop: string;
  /** Null when the source sets no limit. */
  readonly max_age_days: number | null;
  readonly age_days: number;
}
