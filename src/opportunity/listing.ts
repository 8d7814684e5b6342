import type { DealChange, Pipeline, Waterfall } from "./bar.ts";
import type { Term } from "./term.ts";

/** What a bar of a waterfall is: a term of the identity, or the pipeline at one of its ends. */
export type BarName = Term | "opening" | "closing";

/** What a reader knows an opportunity by; null where it isn't known. */
export interface DealNames {
  readonly name: string | null;
  readonly account: string | null;
  readonly stage: string | null;
  /** The export that told of it last, with the number of its row there, the header's being 1. */
  readonly file: string | null;
  readonly line: number | null;
}

/** An opportunity behind a bar. */
export interface ListedDeal extends DealChange, DealNames {
  readonly owner: string;
}

/** A bar with its deals, the largest first. */
export interface ListedBar {
  readonly bar: BarName;
  readonly cents: number;
  /** All deals behind it; `deals` may hold only the first of them. */
  readonly count: number;
  readonly count_without_amount: number;
  readonly deals: readonly ListedDeal[];
}

/** What readers know opportunities and reps by. */
export interface Names {
  readonly deal: (opportunity_id: string) => DealNames | undefined;
  readonly rep: (rep_id: string) => string | undefined;
}

/**
 * A waterfall's bars from opening to closing with the deals behind each.
 *
 * @param limit the most deals of a bar that are listed
 */
export function listBars(
  { opening, closing, bars }: Waterfall,
  names: Names,
  limit = Number.POSITIVE_INFINITY,
): ListedBar[] {
  const list = (bar: BarName, { cents, deals }: Pipeline): ListedBar => ({
    bar,
    cents,
    count: deals.length,
    count_without_amount: deals.filter((deal) => deal.cents === null).length,
    deals: deals.slice(0, limit).map((deal) => named(deal, names)),
  });
  const changes = bars.map((bar) => list(bar.term, bar));
  return [list("opening", opening), ...changes, list("closing", closing)];
}

function named(deal: DealChange, names: Names): ListedDeal {
  const known = names.deal(deal.opportunity_id);
  return {
    ...deal,
    name: known?.name ?? null,
    account: known?.account ?? null,
    owner: names.rep(deal.rep_id) ?? deal.rep_id,
    stage: known?.stage ?? null,
    file: known?.file ?? null,
    line: known?.line ?? null,
  };
}
