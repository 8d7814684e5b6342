import type { ComponentTerms } from "../../src/compensation/plan/terms.ts";
import { formatFineRate } from "../../src/format.ts";
import { lookingAt } from "./cause-words.ts";
import type { Reckoned } from "./line-words.ts";
import { exactMoney } from "./words.ts";

/** The attainment that a gate looked at, and what of all pay to date it cuts or lets through. */
export function gateArithmetic(
  base: number,
  reached: number,
  line: Reckoned,
  component: ComponentTerms | null,
): string | null {
  const [gate, another] = lookingAt(component?.gates ?? [], line.by_component);
  const at = reached >= noQuota ? "credit without a quota" : formatFineRate(reached);
  const toDate = `${exactMoney(base, line.currency)} to date`;
  if (!gate || another) return `${toDate}, ${at} reached`;
  const of = gate.component === component?.name ? "quota" : gate.component;
  const isOpen = reached >= gate.atLeast.valueOf();
  const cut = isOpen ? 0 : Math.min(0, -base);
  const before = cut - line.amount_cents;
  const what = isOpen ? "is paid" : "isn't paid";
  const told =
    before === 0 ? "" : `, of which ${exactMoney(-before, line.currency)} was cut before`;
  return `${toDate} ${what} at ${at} of ${of}${told}`;
}

/** From here on an attainment is one of a quota of no days. */
const noQuota = 1_000_000_000;

/** What a multiplier makes of all pay to date, and what of that earlier months hold already. */
export function multiplierArithmetic(base: number, rate: number, line: Reckoned): string {
  const money = (cents: number) => exactMoney(cents, line.currency);
  const whole = Math.sign(base) * Math.round(Math.abs(base) * rate);
  const before = whole - base - line.amount_cents;
  const effect = `${money(base)} to date × ${Number(rate.toFixed(6))} = ${money(whole)}, ${money(whole - base)} in all`;
  return before === 0 ? effect : `${effect}, ${money(before)} of it in earlier months`;
}

/** What multipliers and gates had made of pay that is taken back, and what that changes. */
export function asPaidArithmetic(base: number, rate: number, line: Reckoned): string {
  const money = (cents: number) => exactMoney(cents, line.currency);
  const paid = base + line.amount_cents;
  return `${money(base)} × ${Number(rate.toFixed(6))} = ${money(paid)}, as it was paid: ${money(line.amount_cents)}`;
}

/** What closed pay periods paid of what is told late, and what it comes to now. */
export function lateArithmetic(paidCents: number, line: Reckoned): string {
  const money = (cents: number) => exactMoney(cents, line.currency);
  const made = line.late_rule === null ? "paid" : "came to";
  const then = `${made} ${money(paidCents)} then`;
  return `${then}, comes to ${money(paidCents + line.amount_cents)} now: ${money(line.amount_cents)}`;
}
