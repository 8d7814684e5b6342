import type { PlainDate } from "../calendar.ts";
import type { Term } from "./term.ts";

/** One opportunity's part of a bar. */
export interface DealChange {
  readonly opportunity_id: string;
  /** Who owns it at the later date. */
  readonly rep_id: string;
  /** Its part of the bar, signed; null when it has no amount. */
  readonly cents: number | null;
  /** What it was worth in the pipeline at either date; null where it wasn't in it. */
  readonly opening_cents: number | null;
  readonly closing_cents: number | null;
}

/** What one term changed, with each opportunity behind it, the largest first. */
export interface Bar {
  readonly term: Term;
  /** The sum over `deals`: signed, what leaves is negative. */
  readonly cents: number;
  readonly deals: readonly DealChange[];
}

/** A pipeline at one date, with what it holds; deals without an amount add nothing. */
export interface Pipeline {
  readonly cents: number;
  readonly deals: readonly DealChange[];
}

/** What changed a pipeline between two dates: opening + all bars = closing, to the cent. */
export interface Waterfall {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly opening: Pipeline;
  readonly closing: Pipeline;
  /** Every term once, in the order of the identity. */
  readonly bars: readonly Bar[];
}

/** The sum of the amounts that there are, over the deals sorted by size. */
export function summed(deals: readonly DealChange[]): Pipeline {
  const known = deals.map(({ cents }) => cents).filter((cents) => cents !== null);
  const cents = known.reduce((sum, value) => sum + value, 0);
  return { cents, deals: [...deals].sort(bySize) };
}

const sizeOf = ({ cents }: DealChange) => (cents === null ? -1 : Math.abs(cents));

const bySize = (a: DealChange, b: DealChange) =>
  sizeOf(b) - sizeOf(a) || (a.opportunity_id < b.opportunity_id ? -1 : 1);
