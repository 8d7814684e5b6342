import { grouped } from "../../statistics/grouped.ts";
import type { DealSnapshot, FollowedDeal } from "./snapshot.ts";

/** What deals bring when they are won, by what they were said to be worth while they were open. */
export interface Realised {
  /** Won over told, by stage; `overall` where a stage is new. */
  readonly ratios: ReadonlyMap<string | null, number>;
  readonly overall: number;
  /** Of a deal without an amount; null where none was ever won. */
  readonly usualCents: number | null;
}

/** As many deals of the company's ratio count with each stage's, and as many of 1 with the company's. */
const prior = 20;

/** Learns from deals that were won how amounts change until then. */
export function realisedOf(deals: readonly FollowedDeal[]): Realised {
  const won = deals.flatMap(({ outcome, won_cents, bookings_cents, stage }) =>
    outcome === "won" && won_cents !== null ? [{ stage, won_cents, bookings_cents }] : [],
  );
  const sized = won.flatMap(({ bookings_cents, ...deal }) =>
    bookings_cents !== null && bookings_cents > 0 ? [{ ...deal, told: bookings_cents }] : [],
  );
  const overall = ratioOf(sized, 1, meanTold(sized));
  const stages = grouped(sized, ({ stage }) => stage);
  const ratios = [...stages].map(
    ([stage, members]) => [stage, ratioOf(members, overall, meanTold(sized))] as const,
  );
  const total = won.reduce((sum, { won_cents }) => sum + won_cents, 0);
  return {
    ratios: new Map(ratios),
    overall,
    usualCents: won.length === 0 ? null : total / won.length,
  };
}

/** What a deal is expected to bring if it is won, whole minor units; null where nothing tells. */
export function worthIfWon(
  { ratios, overall, usualCents }: Realised,
  { bookings_cents, stage }: Pick<DealSnapshot, "bookings_cents" | "stage">,
): number | null {
  if (bookings_cents === null) return usualCents;
  return bookings_cents * (ratios.get(stage) ?? overall);
}

interface Sized {
  readonly won_cents: number;
  readonly told: number;
}

const meanTold = (deals: readonly Sized[]) =>
  deals.length === 0 ? 1 : deals.reduce((sum, { told }) => sum + told, 0) / deals.length;

/** Σ won over Σ told, with the prior's deals of the mean size. */
function ratioOf(deals: readonly Sized[], expected: number, mean: number): number {
  const sum = (of: (deal: Sized) => number) => deals.reduce((total, deal) => total + of(deal), 0);
  const weight = prior * mean;
  return (
    (sum(({ won_cents }) => won_cents) + weight * expected) / (sum(({ told }) => told) + weight)
  );
}
