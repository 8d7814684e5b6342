/** What can change a pipeline, in the order of the identity. */
export const terms = [
  "told_late",
  "created",
  "pulled_in",
  "reopened",
  "transferred_in",
  "increased",
  "decreased",
  "transferred_out",
  "pushed_out",
  "removed",
  "lost",
  "won",
  "currency",
] as const;
export type Term = (typeof terms)[number];

/** One term's part of an opportunity's change, signed: what leaves is negative. */
export interface Change {
  readonly term: Term;
  /** Whole minor units of the company's currency; null when the opportunity has no amount. */
  readonly cents: number | null;
}
