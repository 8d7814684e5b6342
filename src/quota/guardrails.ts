import { formatRate } from "../format.ts";
import type { Production } from "./production.ts";

/** Who is to carry a quota in the year, and what bounds it. Minor units. */
export interface Carrier {
  readonly repId: string;
  readonly production: Production;
  /** Share of the year that the rep is there and ramped, 0 to 1: what bounds are prorated by. */
  readonly presence: number;
  /** Last year's quota of a whole year; null for who had none. */
  readonly priorQuota: number | null;
  /** On-target earnings of a year; null where they aren't known. */
  readonly earnings: number | null;
  /** A quota that is settled already. */
  readonly locked: number | null;
}

/** What a quota may not leave; null bounds nothing. */
export interface Guardrails {
  /** Change on last year's quota as a fraction: −0.1 is at most a tenth less. */
  readonly leastChange: number | null;
  readonly mostChange: number | null;
  /** Quota over on-target earnings. */
  readonly leastToEarnings: number | null;
  readonly mostToEarnings: number | null;
}

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
  /** What holds each side, in words; null where nothing does. */
  readonly floor: string | null;
  readonly ceiling: string | null;
}

interface Bound {
  readonly amount: number;
  readonly why: string;
}

/** Why a quota is held by earnings: without factor and amount, which would tell what somebody earns. */
export const earningsBound = "quota to on-target earnings";

/** The bounds of a quota, whole minor units; where floor and ceiling cross, the ceiling gives way. */
export function boundsOf(carrier: Carrier, guardrails: Guardrails): Bounds {
  const { locked } = carrier;
  if (locked !== null) return { lower: locked, upper: locked, floor: "locked", ceiling: "locked" };
  const floors = boundsBy(carrier, guardrails.leastChange, guardrails.leastToEarnings);
  const ceilings = boundsBy(carrier, guardrails.mostChange, guardrails.mostToEarnings);
  const floor = floors.reduce<Bound | null>((a, b) => (a && a.amount >= b.amount ? a : b), null);
  const ceiling = ceilings.reduce<Bound | null>(
    (a, b) => (a && a.amount <= b.amount ? a : b),
    null,
  );
  const lower = Math.ceil(floor?.amount ?? 0);
  return {
    lower,
    upper: Math.max(lower, Math.floor(ceiling?.amount ?? Number.MAX_SAFE_INTEGER)),
    floor: floor?.why ?? null,
    ceiling: ceiling?.why ?? null,
  };
}

function boundsBy(carrier: Carrier, change: number | null, toEarnings: number | null): Bound[] {
  const { priorQuota, earnings, presence } = carrier;
  const bounds: Bound[] = [];
  if (change !== null && priorQuota !== null) {
    const why = `${change < 0 ? "−" : "+"}${formatRate(Math.abs(change))} on last year`;
    bounds.push({ amount: priorQuota * (1 + change) * presence, why });
  }
  if (toEarnings !== null && earnings !== null) {
    bounds.push({ amount: earnings * toEarnings * presence, why: earningsBound });
  }
  return bounds;
}
