import Fraction from "fraction.js";
import { addDays } from "../../calendar.ts";
import { InputError } from "../../errors.ts";
import type { Credit } from "../credit/credit.ts";
import { isZero, one, roundHalfAway } from "../exact.ts";
import type { Places } from "../places.ts";
import type { ReversalTerms } from "../plan/terms.ts";
import { type Book, scratchBook } from "./book.ts";
import { baseOf, priceCredit } from "./credit.ts";
import { move } from "./move.ts";
import { type Credited, emptyReach, type Stock, startRun, stockIn } from "./run.ts";

/** Whether so long after the credit nothing is taken back any more. */
export const isTooLate = (
  { date }: Pick<Credit, "date">,
  reversal: Pick<Credit, "date">,
  { withinDays }: ReversalTerms,
): boolean => withinDays !== null && reversal.date > addDays(date, withinDays);

/**
 * Takes back what a credit paid, or the part of it that its amount is reversed by.
 *
 * @param stock of the period in which it is taken back, which may be a later one
 * @throws InputError where more is taken back than was credited
 */
export function reverse(
  stock: Stock,
  original: Credited,
  reversal: Credit,
  { book, places }: { readonly book: Book; readonly places: Places },
): void {
  const { returns, lowersAttainment } = book.component.reversal;
  const { run } = stock;
  const of = original.stock.run;
  const share = shareOf(original, reversal, places);
  const isRecomputed = returns === "recompute";
  const stood = standingPart(original, share);
  const cents = isRecomputed ? recomputed(original, book) : stood;
  // what is recomputed within one run is already in what the run has priced
  if (!isRecomputed || run !== of) run.returned -= cents;
  const { credit } = original.entry;
  const told = { credit, reversal, cents };
  if (run === of) run.ownReturns.push(told);
  else run.lateReturns.push({ ...told, of, left: one, paid: cents });
  book.giveBack(cents);
  book.attribute(run, credit, -cents, reversal, reversal.creditCents);
  const back = (whole: Fraction) => -roundHalfAway(whole.mul(share));
  book.add(run, reversal, {
    cause: "reversal",
    creditCents: back(new Fraction(original.entry.counted)),
    baseCents: back(baseOf(original.entry, of)),
    amountCents: cents === 0 ? 0 : -cents,
  });
  if (isRecomputed || !lowersAttainment) return;
  const room = original.entry.room.mul(share).neg();
  for (const reprice of move(stock, room)) reprice(reversal, book, null);
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
  const { stock } = original;
  stock.amount = stock.amount.sub(original.stocked.mul(share));
  return cents;
}

/** What its period paid, less what it would have paid without the part: that run is priced anew. */
function recomputed({ stock }: Credited, { component }: Book): number {
  const { run, reach } = stock;
  const fresh = startRun(run);
  const anew = stockIn(emptyReach(), fresh);
  for (const { entry, share: left } of run.history) {
    const [amount, room] = [entry.amount.mul(left), entry.room.mul(left)];
    if (!isZero(left)) priceCredit(anew, { ...entry, amount, room }, scratchBook(component));
  }
  const cents = run.rounded + run.cut - fresh.rounded - fresh.cut;
  const { position, priced, rounded, cut, paidByDeal } = fresh;
  Object.assign(run, { position, priced, rounded, cut, paidByDeal });
  stock.amount = anew.amount;
  reach.index = anew.reach.index;
  reach.position = anew.reach.position;
  return cents;
}
