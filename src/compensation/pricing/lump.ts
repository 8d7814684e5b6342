import Fraction from "fraction.js";
import type { Credit } from "../credit/credit.ts";
import { isZero, most, shareOut, zero } from "../exact.ts";
import type { Zone } from "../rate/tariff.ts";
import type { Book } from "./book.ts";
import type { Reprice } from "./move.ts";
import { type Credited, enter, type Run } from "./run.ts";

/** Whether reaching a zone pays something at once. */
export const paysLumps = ({ tariff }: Run): boolean =>
  tariff.zones.some(({ lump }) => !isZero(lump));

/**
 * What reaching a zone pays at once, or what falling below it takes back. It stands with the credits that
 * reached the zone, each by its room, so that it is taken back with them.
 */
export function lumpOf(run: Run, zone: Zone, before: Fraction): Reprice | null {
  const { from, lump } = zone;
  if (from === null || isZero(lump)) return null;
  const [was, is] = [before.compare(from) >= 0, run.position.compare(from) >= 0];
  if (was === is) return null;
  return (credit, book, own) => {
    const isShared = book.component.reversal.returns !== "recompute";
    const all = isShared ? [...run.history, ...(own === null ? [] : [own])] : [];
    if (is) payLump({ run, zone, all, credit, book });
    else takeLump({ run, zone, all, credit, book });
  };
}

interface Lump {
  readonly run: Run;
  readonly zone: Zone;
  /** The credits that it stands with; none where periods are reckoned anew. */
  readonly all: readonly Credited[];
  /** The credit that brings it about. */
  readonly credit: Credit;
  readonly book: Book;
}

function payLump({ run, zone, all, credit, book }: Lump): void {
  const { tier, lump } = zone;
  const amountCents = enter(run, lump);
  book.add(run, credit, { cause: "reached_tier", tier, amountCents });
  const rooms = all.map(({ entry, share }) => most(zero, entry.room.mul(share)));
  const parts = partsBy(amountCents, rooms);
  for (const [at, one] of all.entries()) {
    const part = parts[at] ?? 0;
    if (part === 0) continue;
    one.cents += part;
    one.lumps.set(zone, new Fraction(part).div(one.share));
    book.attribute(run, one.entry.credit, part, credit, 0);
  }
}

function takeLump({ run, zone, all, credit, book }: Lump): void {
  const held = all.map(({ lumps, share }) => (lumps.get(zone) ?? zero).mul(share));
  const left =
    book.component.reversal.returns === "recompute"
      ? zone.lump
      : held.reduce((sum, one) => sum.add(one), zero);
  if (isZero(left)) return;
  const amountCents = enter(run, left.neg());
  book.add(run, credit, { cause: "fell_below_tier", tier: zone.tier, amountCents });
  const parts = partsBy(amountCents, held);
  for (const [at, one] of all.entries()) {
    const part = parts[at] ?? 0;
    one.cents += part;
    one.lumps.delete(zone);
    if (part !== 0) book.attribute(run, one.entry.credit, part, credit, 0);
  }
}

const partsBy = (cents: number, weights: readonly Fraction[]): readonly number[] =>
  weights.every(isZero) ? [] : shareOut(cents, weights);
