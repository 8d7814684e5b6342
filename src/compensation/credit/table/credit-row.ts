import type { PlainDate } from "../../../calendar.ts";
import type { CreditRole } from "../credit.ts";

/** A row as text. */
export interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One row of a table of credits, read by itself; money in minor units of the plan's currency. */
export interface CreditRow {
  readonly line: number;
  readonly repId: string;
  readonly date: PlainDate;
  readonly dealCents: number;
  readonly creditId: string | null;
  readonly opportunityId: string | null;
  readonly lineId: string | null;
  readonly product: string | null;
  readonly type: string | null;
  readonly team: string | null;
  readonly role: CreditRole | null;
  readonly marginCents: number | null;
  readonly quantity: number | null;
  readonly split: number | null;
  readonly paySplit: number | null;
  readonly invoicedOn: PlainDate | null;
  readonly paidOn: PlainDate | null;
  readonly reverses: string | null;
  /** The component whose level changes, and by how many millionths; null of a deal. */
  readonly level: { readonly of: string; readonly change: number } | null;
}

/** Says what is wrong with a row that was read, and how to mend it. */
export type Wrong = (row: CreditRow, column: string, what: string, remedy: string) => void;
