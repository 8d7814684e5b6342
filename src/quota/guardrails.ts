import { InputError } from "../errors.ts";
import { formatMoney, formatRate } from "../format.ts";
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
    const why = `${toEarnings} times on-target earnings`;
    bounds.push({ amount: earnings * toEarnings * presence, why });
  }
  return bounds;
}

/** How many of the bounds that can't be met are named. */
const named = 5;

/**
 * @param total what the quotas have to sum to, minor units
 * @throws InputError where it lies outside of what the bounds allow, naming the bounds
 */
export function checkTotal(
  carriers: readonly Carrier[],
  bounds: readonly Bounds[],
  { total, currencyDigits }: { readonly total: number; readonly currencyDigits: number },
): void {
  const money = (cents: number) => formatMoney(cents, currencyDigits);
  const sumOf = (side: (bound: Bounds) => number) =>
    bounds.reduce((sum, one) => sum + side(one), 0);
  const largest = (side: (bound: Bounds) => number, why: (bound: Bounds) => string | null) =>
    bounds
      .map((bound, at) => ({ at, amount: side(bound), why: why(bound) }))
      .filter((one) => one.why !== null)
      .sort((a, b) => b.amount - a.amount || a.at - b.at)
      .slice(0, named)
      .map(({ at, amount, why: ground }) => `${carriers[at]?.repId} ${money(amount)} (${ground})`)
      .join(", ");
  if (carriers.length === 0)
    throw new InputError(`no rep to carry the target: ${money(total)}`, {
      remedy: "Give people/roster.csv a rep who is there in the year.",
    });
  const locked = carriers.reduce((sum, one) => sum + (one.locked ?? 0), 0);
  if (locked > total)
    throw new InputError(`target below the sum of locked quotas: ${money(total)}`, {
      remedy: `Locked quotas sum to ${money(locked)}: unlock some of them, or raise the target.`,
    });
  const floors = sumOf(({ lower }) => lower);
  if (floors > total)
    throw new InputError(`floors above the target: ${money(floors)} against ${money(total)}`, {
      remedy: `Lower the floors or raise the target; the largest are ${largest(
        ({ lower }) => lower,
        ({ floor }) => floor,
      )}.`,
    });
  const ceilings = sumOf(({ upper }) => upper);
  if (ceilings < total)
    throw new InputError(`ceilings below the target: ${money(ceilings)} against ${money(total)}`, {
      remedy: `Raise the ceilings or lower the target; the largest are ${largest(
        ({ upper }) => upper,
        ({ ceiling }) => ceiling,
      )}.`,
    });
}
