import type { Credit } from "../../../src/compensation/credit/credit.ts";
import type { ComponentEntry } from "../../../src/compensation/plan/schema.ts";
import { type Book, type Entry, emptied, move, type Run, reachOf, runOf } from "./book.ts";
import type { Counted } from "./counted.ts";
import { type Day, later, never } from "./days.ts";
import { Refusal } from "./known.ts";
import { addLumps, priceCredit, repricing } from "./price-credit.ts";
import { compare, minus, quotient, type Ratio, round, sign, times, zero } from "./ratio.ts";

/** The last day on which what takes back a credit of a day counts. */
export const lastTakenBack = ({ within_days }: ComponentEntry["reversal"], date: Day): Day =>
  within_days === undefined ? never : later(date, within_days);

/** Takes back what a credit stands at, or the part of it that is reversed. */
export function takeBack(book: Book, reversal: Counted): void {
  const { component } = book;
  const { run: original, entry } = soldAs(book, reversal.credit);
  if (reversal.credit.date > lastTakenBack(component.reversal, entry.credit.date)) return;
  const share = shareOf(entry, reversal.credit);
  const run = runOf(book, { ...reversal, holder: original.holder });
  run.counted.push(reversal.credit);
  const reach = original === run ? entry.reach : reachOf(book, reversal.credit);
  const taken = { original, entry, share, reach, date: reversal.credit.date };
  const before = run.lines.length;
  if (component.reversal.returns === "recompute") recompute(book, run, taken);
  else returnLine(book, run, taken);
  const back = 0 - (run.lines[before]?.cents ?? 0);
  const of = original.period.from;
  const { date } = taken;
  run.returns.push({ of, date, credit: entry.credit, cents: back });
}

/** What is taken back, and on which day. */
interface Taken {
  readonly original: Run;
  readonly entry: Entry;
  readonly share: Ratio;
  /** Where it is taken out of what chooses a tier. */
  readonly reach: string;
  readonly date: Day;
}

function soldAs({ runs }: Book, { reverses }: Credit): { run: Run; entry: Entry } {
  for (const run of runs) {
    const entry = run.entries.find(({ credit }) => credit.creditId === reverses);
    if (entry !== undefined) return { run, entry };
  }
  throw new Refusal(`taken back before it was credited: ${reverses}`);
}

/** Of what is paid on; of what counts where nothing is paid on; all that is left of nothing. */
function shareOf({ credit, left }: Entry, { amountCents, creditCents }: Credit): Ratio {
  const { amountCents: paid, creditCents: counted } = credit;
  const ofCredit = counted === 0 ? left : quotient(-creditCents, counted);
  const share = paid === 0 ? ofCredit : quotient(-amountCents, paid);
  if (compare(share, left) <= 0 && sign(share) > 0) return share;
  throw new Refusal(`more taken back than ${credit.creditId}`);
}

/** Returns what the credit's own lines paid. */
function returnLine(book: Book, run: Run, taken: Taken): void {
  const { original, entry, share, reach, date } = taken;
  const back = round(quotient(times(entry.standing, share), entry.left));
  entry.standing -= back;
  entry.left = minus(entry.left, share);
  move(original, entry.reach, zero, times(-1, times(entry.stock, share)));
  book.spent -= back;
  run.lines.push({ cause: "reversal", date, cents: -back });
  run.events.push({ date, credit: entry.credit, cents: -back });
  if (!book.component.reversal.lowers_attainment) return;
  const reprice = repricing(book, run, { reach, date });
  const from = run.position;
  move(run, reach, times(-1, times(share, entry.room)), zero);
  reprice();
  addLumps(run, from, date);
}

/** Returns the difference to what the original's run would have come to without what is taken back. */
function recompute(book: Book, run: Run, { original, entry, share, date }: Taken): void {
  entry.left = minus(entry.left, share);
  const anew = emptied(original);
  for (const { credit, amount, room, left } of original.entries) {
    if (sign(left) === 0) continue;
    priceCredit(book, anew, { credit, amount: times(amount, left), room: times(room, left) });
  }
  const back = round(original.sum) - original.cuts - (round(anew.sum) - anew.cuts);
  run.lines.push({ cause: "reversal", date, cents: -back });
  const { position, reaches, sum, cuts, paid } = anew;
  Object.assign(original, { position, reaches, sum, cuts, paid });
}
