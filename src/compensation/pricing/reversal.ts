import Fraction from "fraction.js";
import { addDays } from "../../calendar.ts";
import { InputError } from "../../errors.ts";
import type { Credit } from "../credit/credit.ts";
import { isZero, one, roundHalfAway } from "../exact.ts";
import type { Places } from "../places.ts";
import type { ReversalTerms } from "../plan/terms.ts";
import { type Book, scratchBook } from "./book.ts";
import { priceCredit } from "./credit.ts";
import { move } from "./move.ts";
import { type Credited, type Run, startRun } from "./run.ts";

/** Whether so long after the credit nothing is taken back any more. */
export const isTooLate = (
  { date }: Pick<Credit, "date">,
  reversal: Pick<Credit, "date">,
  { withinDays }: ReversalTerms,
): boolean => withinDays !== null && reversal.date > addDays(date, withinDays);

/**
 * Takes back what a credit paid, or the part of it that its amount is reversed by.
 *
 * @param run of the period in which it is taken back, which may be a later one
 * @throws InputError where more is taken back than was credited
 */
export function reverse(
  run: Run,
  original: Credited,
  reversal: Credit,
  { book, places }: { readonly book: Book; readonly places: Places },
): void {
  const { returns, lowersAttainment } = book.component.reversal;
  const share = shareOf(original, reversal, places);
  const isRecomputed = returns === "recompute";
  const stood = standingPart(original, share);
  const cents = isRecomputed ? recomputed(original, book) : stood;
  // what is recomputed within one run is already in what the run has priced
  if (!isRecomputed || run !== original.run) run.returned -= cents;
  const { credit } = original.entry;
  const told = { credit, reversal, cents };
  if (run === original.run) run.ownReturns.push(told);
  else run.lateReturns.push({ ...told, of: original.run, left: one, paid: cents });
  book.giveBack(cents);
  book.attribute(run, credit, -cents, reversal, reversal.creditCents);
  const returned = -roundHalfAway(original.entry.amount.mul(share));
  book.add(run, reversal, {
    cause: "reversal",
    backTo: credit.date,
    creditCents: returned,
    baseCents: returned,
    amountCents: cents === 0 ? 0 : -cents,
  });
  if (isRecomputed || !lowersAttainment) return;
  const room = original.entry.room.mul(share).neg();
  for (const reprice of move(run, room)) reprice(reversal, book);
}

/** How much of a credit is taken back, of the whole of it. */
function shareOf(
  { entry: { credit }, share }: Credited,
  reversal: Credit,
  places: Places,
): Fraction {
  const taken = takenOf(credit, reversal) ?? share;
  if (taken.compare(0) > 0 && taken.compare(share) <= 0) return taken;
  throw new InputError(`reversal of more than its credit: ${reversal.creditId}`, {
    ...places.ofCredit(reversal),
    remedy: `Take back at most what is left of ${credit.creditId}.`,
  });
}

/** By what is paid on, else by what only counts; null of a credit of nothing. */
function takenOf(credit: Credit, reversal: Credit): Fraction | null {
  if (credit.amountCents !== 0) return new Fraction(-reversal.amountCents, credit.amountCents);
  if (credit.creditCents !== 0) return new Fraction(-reversal.creditCents, credit.creditCents);
  return null;
}

/** Takes a part off what a credit stands at; the last part takes the rest. */
function standingPart(original: Credited, share: Fraction): number {
  const cents = roundHalfAway(new Fraction(original.cents).mul(share).div(original.share));
  original.cents -= cents;
  original.share = original.share.sub(share);
  original.run.stock = original.run.stock.sub(original.stock.mul(share));
  return cents;
}

/** What its period paid, less what it would have paid without the part: that run is priced anew. */
function recomputed({ run }: Credited, { component }: Book): number {
  const fresh = startRun(run, null);
  for (const { entry, share: left } of run.history) {
    const { credit, rate } = entry;
    const [amount, room] = [entry.amount.mul(left), entry.room.mul(left)];
    if (!isZero(left)) priceCredit(fresh, { credit, rate, amount, room }, scratchBook(component));
  }
  const cents = run.rounded + run.cut - fresh.rounded - fresh.cut;
  const { position, stock, priced, rounded, cut, paidByDeal } = fresh;
  Object.assign(run, { position, stock, priced, rounded, cut, paidByDeal });
  run.reach.index = fresh.reach.index;
  run.reach.position = fresh.reach.position;
  return cents;
}
