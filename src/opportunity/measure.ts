import type { HolderOf } from "./holder.ts";
import type { Dates, Span } from "./state.ts";
import type { Valuation } from "./valuation.ts";

/** What movements are measured with, between two dates of which the later one isn't before the other. */
export interface Measure extends Dates {
  readonly span: Span;
  readonly value: Valuation;
  readonly holderOf: HolderOf;
}
