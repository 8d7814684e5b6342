import type { PlainDate } from "../../calendar.ts";
import { grouped } from "../../statistics/grouped.ts";
import { isLate, type Late } from "../line.ts";

/** What a closed pay period paid, and of which period it is. */
export interface SealedLine {
  readonly repId: string;
  readonly component: string | null;
  readonly cause: string;
  readonly creditId: string | null;
  readonly opportunityId: string | null;
  /**
   * The first day of the pay period that it belongs to; an earlier one where it was told late, null
   * where it is what was told late of rounding.
   */
  readonly of: PlainDate | null;
  /** Of what was told late of no credit: the rule that made it; null where nobody knows. */
  readonly lateRule: string | null;
  readonly baseCents: number;
  readonly tier: number | null;
  readonly rate: number | null;
  readonly amountCents: number;
}

/** Pay of one credit or rule in a closed period, today and as it was sealed. */
export interface Change extends Late {
  readonly head: SealedLine;
  readonly amountCents: number;
  /** Whether nothing but rounding has changed. */
  readonly isRounding: boolean;
}

/**
 * Pay of closed periods that isn't what it was, in one order, whatever order lines come in. What was told
 * late of rounding is in the sum of what rounding changes.
 */
export function changesOf(now: readonly SealedLine[], then: readonly SealedLine[]): Change[] {
  const ruleOf = ruleFinder(then);
  const keyOf = (line: SealedLine) =>
    [line.of, line.repId, line.component, line.creditId, ruleOf(line)].join("\u0000");
  const [today, before] = [grouped(now, keyOf), grouped(then, keyOf)];
  const keys = [...new Set([...today.keys(), ...before.keys()])].sort();
  return keys.flatMap((key) => {
    const [own, paid] = [today.get(key) ?? [], before.get(key) ?? []];
    const head = own[0] ?? paid[0];
    if (head === undefined) return [];
    const paidCents = sum(paid);
    const amountCents = sum(own) - paidCents;
    if (amountCents === 0) return [];
    const isRounding = head.of === null || isRounded(own, paid, amountCents);
    return [{ head, rule: ruleOf(head), paidCents, amountCents, isRounding }];
  });
}

/**
 * What made a line of no credit. One rule for all such lines of a component in a period of which
 * something was told late when rules weren't kept.
 */
function ruleFinder(then: readonly SealedLine[]): (line: SealedLine) => string | null {
  const keyOf = ({ of, repId, component }: SealedLine) => [of, repId, component].join("\u0000");
  const isUnnamed = (line: SealedLine) =>
    isLate(line) && line.creditId === null && line.lateRule === null;
  const unnamed = new Set(then.filter(isUnnamed).map(keyOf));
  return (line) => {
    if (line.creditId !== null || unnamed.has(keyOf(line))) return null;
    if (isLate(line)) return line.lateRule;
    return line.cause === "release" ? "hold" : line.cause;
  };
}

const sum = (lines: readonly SealedLine[]) =>
  lines.reduce((all, { amountCents }) => all + amountCents, 0);

/**
 * Whether a credit pays the same rates on the same bases as it did: its lines are then what a rounded sum
 * rises by, which other credits move by a minor unit a line.
 */
function isRounded(
  now: readonly SealedLine[],
  then: readonly SealedLine[],
  cents: number,
): boolean {
  const priced = then.filter((line) => !isLate(line));
  const isOfCredit = now.every(({ creditId }) => creditId !== null);
  return isOfCredit && Math.abs(cents) <= now.length && termsOf(now) === termsOf(priced);
}

const termsOf = (lines: readonly SealedLine[]) =>
  lines
    .map(({ cause, baseCents, tier, rate }) => JSON.stringify([cause, baseCents, tier, rate]))
    .sort()
    .join("\n");
