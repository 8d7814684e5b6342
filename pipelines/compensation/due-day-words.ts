import type { PaidTerms } from "../../src/compensation/plan/terms.ts";
import { formatDate, formatRate } from "../../src/format.ts";
import type { DueDay, DueEvent, HeldCredit } from "./due-events.ts";
import { formatEffectiveRate } from "./exact-rate.ts";

/** Minor units as text. */
export type Money = (cents: number) => string;

/** An event with its arithmetic; several of a day with what they come to. */
export function dayWords(
  { held, events, dueCents }: DueDay,
  terms: PaidTerms,
  money: Money,
  nameOf: (opportunityId: string) => string,
): string {
  const { opportunityId } = held.credit;
  const what = events.map((event) => eventWords(event, money)).join(" and ");
  const told = `${opportunityId === null ? "a deal" : nameOf(opportunityId)}: ${what}`;
  const [event, another] = events;
  if (event === undefined || another !== undefined) return `${told}: ${money(dueCents)}`;
  if (event.taken !== null) return `${told}: ${takenWords(event.taken.paidCents, dueCents, money)}`;
  return `${told}${productWords(held, event, dueCents, terms, money)}`;
}

function eventWords({ on, what, cents, taken }: DueEvent, money: Money): string {
  const note = taken?.note ? ` by credit note ${taken.note}` : "";
  return `${money(cents)} ${taken === null ? what : "credited back"} on ${formatDate(on)}${note}`;
}

/** What is taken back, and how much of it had fallen due. */
function takenWords(paidCents: number, dueCents: number, money: Money): string {
  const [back, due] = [money(paidCents), 0 - Math.round(dueCents)];
  if (due === 0) return `${back} less is held, none of which had fallen due`;
  if (due === paidCents) return `${back} is taken back, all of which had fallen due`;
  return `${back} is taken back, of which ${money(due)} had fallen due and ${money(paidCents - due)} was held`;
}

/** An event times what its credit was paid for each part, times the share that then falls due. */
function productWords(
  { credit: { amountCents }, paidCents }: HeldCredit,
  { what, cents }: DueEvent,
  dueCents: number,
  { booking, invoice, cash }: PaidTerms,
  money: Money,
): string {
  const share = (what === "paid" ? cash : what === "invoiced" ? invoice : booking).valueOf();
  const product = amountCents === 0 ? null : (cents * paidCents * share) / amountCents;
  // a payment beyond what is owed, or of a deal that was credited back in part
  if (product === null || Math.abs(product - dueCents) >= 0.5) return `: ${money(dueCents)}`;
  const rate = formatEffectiveRate(paidCents, amountCents);
  return `, × ${rate} × ${formatRate(share)} = ${money(dueCents)}`;
}
