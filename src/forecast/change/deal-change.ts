import type { PlainDate } from "../../calendar.ts";
import type { ChangeCause } from "./cause.ts";
import { aged, isDatedAlike, isPricedAlike, isPulledIn, redated, repriced } from "./deal-state.ts";
import type { TrackedDeal } from "./tracked-deal.ts";

/** What a deal is expected to bring, month by month; null where it isn't open. */
export type Expected = readonly number[] | null;

/** What one thing that happened to an open deal does to what it is expected to bring. */
export interface DealEffect {
  readonly opportunityId: string;
  readonly cause: ChangeCause;
  readonly repId: string;
  readonly segment: string;
  readonly before: Expected;
  readonly after: Expected;
}

export interface OpenDeals<Deal extends TrackedDeal> {
  /** The later cutoff. */
  readonly cutoff: PlainDate;
  /** Open at the earlier cutoff, and at the later one, as known at each. */
  readonly earlier: readonly Deal[];
  readonly current: readonly Deal[];
  /** Tells deals apart, and the times that one was open. */
  readonly keyOf: (deal: Deal) => string;
  /** Whether a deal that isn't open any more was won. */
  readonly isWon: (deal: Deal) => boolean;
  /** Of deals as at the later cutoff what each is expected to bring after it, by the earlier model. */
  readonly expected: Expects<Deal>;
}

type Expects<Deal> = (deals: readonly Deal[]) => Expected[];

/** What happened to open deals between two cutoffs, and what they were worth with time alone passed. */
export interface DealChanges {
  readonly aged: readonly {
    readonly deal: Pick<TrackedDeal, "rep_id" | "segment">;
    readonly expected: Expected;
  }[];
  readonly changes: readonly DealEffect[];
}

/**
 * Takes deals from how they were to how they are, one thing at a time: time passes, they end or are
 * created, their dates move, their amounts, all else that tells their odds, and their owner. A deal
 * that was reopened ended first and then was created.
 */
export function dealChanges<Deal extends TrackedDeal>({
  cutoff,
  earlier,
  current,
  keyOf,
  isWon,
  expected,
}: OpenDeals<Deal>): DealChanges {
  const open = new Map(current.map((deal) => [keyOf(deal), deal]));
  const known = new Set(earlier.map(keyOf));
  const old = earlier.map((deal) => aged(deal, cutoff));
  const oldExpected = expected(old);
  const stayed = old.flatMap((deal, row) => {
    const later = open.get(keyOf(deal));
    return later ? [{ deal, later, start: oldExpected[row] ?? null }] : [];
  });
  const ended = old.flatMap((deal, row): DealEffect[] =>
    open.has(keyOf(deal))
      ? []
      : [effect(deal, isWon(deal) ? "won" : "lost", oldExpected[row] ?? null, null)],
  );
  const fresh = current.filter((deal) => !known.has(keyOf(deal)));
  const freshExpected = expected(fresh);
  const created = fresh.map((deal, row) =>
    effect(deal, "created", null, freshExpected[row] ?? null),
  );
  return {
    aged: old.map((deal, row) => ({ deal, expected: oldExpected[row] ?? null })),
    changes: [...ended, ...created, ...movesOf(stayed, expected)],
  };
}

interface Stayed<Deal> {
  /** With time alone passed since the earlier cutoff. */
  readonly deal: Deal;
  readonly later: Deal;
  readonly start: Expected;
}

function movesOf<Deal extends TrackedDeal>(
  stayed: readonly Stayed<Deal>[],
  expected: Expects<Deal>,
): DealEffect[] {
  const starts = stayed.map(({ deal, start }) => ({ deal, expected: start }));
  const latest = stayed.map(({ later }) => later);
  const dates = replaced(starts, latest, { isSame: isDatedAlike, replace: redated, expected });
  const prices = replaced(dates, latest, { isSame: isPricedAlike, replace: repriced, expected });
  const atLast = expected(latest);
  return stayed.flatMap(({ deal, later, start }, row) => {
    const [dated, priced, last] = [
      dates[row]?.expected ?? null,
      prices[row]?.expected ?? null,
      atLast[row] ?? null,
    ];
    const changes = [
      effect(deal, isPulledIn(deal, later) ? "pulled_in" : "pushed", start, dated),
      effect(deal, "repriced", dated, priced),
      effect(deal, "odds_moved", priced, last),
    ];
    if (deal.rep_id === later.rep_id && deal.segment === later.segment) return changes;
    return [
      ...changes,
      effect(deal, "handed_over", last, null),
      effect(later, "handed_over", null, last),
    ];
  });
}

interface Replacing<Deal> {
  readonly isSame: (deal: Deal, later: Deal) => boolean;
  readonly replace: (deal: Deal, later: Deal) => Deal;
  readonly expected: Expects<Deal>;
}

/** Deals with one thing as it is at last; what is the same is expected to bring the same. */
function replaced<Deal>(
  states: readonly { readonly deal: Deal; readonly expected: Expected }[],
  latest: readonly Deal[],
  { isSame, replace, expected }: Replacing<Deal>,
) {
  const moved = states.flatMap(({ deal }, row) => {
    const later = latest[row];
    return later === undefined || isSame(deal, later) ? [] : [{ row, deal: replace(deal, later) }];
  });
  const brought = expected(moved.map(({ deal }) => deal));
  const after = new Map(
    moved.map(({ row, deal }, k) => [row, { deal, expected: brought[k] ?? null }]),
  );
  return states.map((state, row) => after.get(row) ?? state);
}

export const effect = (
  { opportunity_id, rep_id, segment }: Pick<TrackedDeal, "opportunity_id" | "rep_id" | "segment">,
  cause: ChangeCause,
  before: Expected,
  after: Expected,
): DealEffect => ({ opportunityId: opportunity_id, cause, repId: rep_id, segment, before, after });
