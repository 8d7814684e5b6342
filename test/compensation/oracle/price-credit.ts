import type { Credit } from "../../../src/compensation/credit/credit.ts";
import type { Cause } from "../../../src/compensation/line.ts";
import { apportion } from "./apportion.ts";
import {
  type Book,
  chosenWith,
  type Entry,
  type Event,
  move,
  type Run,
  reachedTier,
  reachOf,
} from "./book.ts";
import { type Counted, dealOf, meets } from "./counted.ts";
import { cents } from "./known.ts";
import {
  compare,
  exactly,
  minus,
  most,
  plus,
  type Ratio,
  round,
  sign,
  times,
  total,
  zero,
} from "./ratio.ts";
import { rateOf, type Zone, zonesBetween } from "./tariff.ts";

/** A credit as it is priced; the figures of one that is partly taken back needn't be whole. */
export interface Priced extends Pick<Counted, "credit" | "room"> {
  readonly amount: Ratio | number;
}

/** Prices a credit on top of what its run has come to. */
export function priceCredit(book: Book, run: Run, { credit, amount, room }: Priced): void {
  const { date } = credit;
  const reach = reachOf(book, credit);
  const reprice = repricing(book, run, { reach, date });
  const from = run.position;
  move(run, reach, room, zero);
  const passed = zonesBetween(run.tariff, from, run.position);
  let [priced, stock] = [zero, zero];
  for (const { zone, share } of passed) {
    const part = times(share, run.component.rate.rule === "curve" ? room : amount);
    priced = plus(priced, times(part, ownRate(book, run, zone, credit)));
    if (zone.rate === "reached") stock = plus(stock, part);
  }
  const own = addLine(run, "credit", date, priced);
  const standing = own - cutByLine(book, run, credit, own);
  const kept = standing - cutByBudget(book, run, date, standing);
  move(run, reach, zero, stock);
  run.events.push({ date, credit, cents: kept });
  run.counted.push(credit);
  reprice();
  const [whole, left] = [exactly(amount), exactly(1)];
  run.entries.push({ credit, amount: whole, room, stock, reach, left, standing: kept });
  addLumps(run, from, date);
}

function ownRate(book: Book, run: Run, { rate }: Zone, credit: Counted["credit"]): Ratio {
  if (rate === "beyond") return zero;
  if (rate === "reached") {
    return run.tariff.tiers[reachedTier(book, run, reachOf(book, credit))]?.rate ?? zero;
  }
  const rule = run.component.rate;
  const all = rule.rule === "flat" ? rule.exceptions : [];
  const exception = all.find(({ where }) => meets(book.known, credit, where));
  return exception ? rateOf(book.known, rule, run.basis, exception) : rate;
}

/** Adds a priced amount and the line that it makes: the sum's rounding is all that is ever rounded. */
function addLine(run: Run, cause: Cause, date: string, amount: Ratio): number {
  const before = round(run.sum);
  run.sum = plus(run.sum, amount);
  const made = round(run.sum) - before;
  run.lines.push({ cause, date, cents: made });
  return made;
}

/** What the cap of a deal takes of a credit of it, or gives back. */
function cutByLine({ known, component }: Book, run: Run, credit: Credit, own: number): number {
  const { line } = component.caps;
  const { date } = credit;
  const deal = dealOf(credit);
  const over = () => {
    const sum = run.paid.reduce((all, one) => all + (one.deal === deal ? one.cents : 0), 0);
    return line === undefined ? 0 : Math.max(0, sum - cents(known, line));
  };
  const before = over();
  run.paid.push({ deal, cents: own });
  const cut = over() - before;
  if (cut !== 0) run.lines.push({ cause: "capped", date, cents: -cut });
  run.cuts += cut;
  return cut;
}

/** What a first-come budget has no more to pay. */
function cutByBudget(book: Book, run: Run, date: string, own: number): number {
  const { budget } = book.component;
  if (budget?.use !== "first_come") return 0;
  const left = Math.max(0, cents(book.known, budget.amount) - book.spent);
  const over = Math.max(0, own - left);
  book.spent += own - over;
  if (over > 0) run.lines.push({ cause: "budget", date, cents: -over });
  return over;
}

/** Remembers where tiers stand; what is returned prices the stock anew if another tier is reached. */
export function repricing(
  book: Book,
  run: Run,
  { reach, date }: Pick<Event, "date"> & Pick<Entry, "reach">,
): () => void {
  const before = chosenWith(book, run).map((peer) => ({
    peer,
    entries: peer.entries.filter((entry) => entry.reach === reach),
    stock: peer.reaches.get(reach)?.stock ?? zero,
    tier: reachedTier(book, peer, reach),
  }));
  return () => {
    for (const { peer, entries, stock, tier } of before) {
      const now = reachedTier(book, peer, reach);
      if (now === tier || sign(stock) === 0) continue;
      const [old, rate] = [peer.tariff.tiers[tier]?.rate, peer.tariff.tiers[now]?.rate];
      const cause = now > tier ? "reached_tier" : "fell_below_tier";
      const made = addLine(peer, cause, date, times(stock, minus(rate ?? 0, old ?? 0)));
      if (peer.component.reversal.returns === "original_line") attribute(peer, entries, date, made);
    }
  };
}

/** Splits what a tier brought over the credits that stand at it. */
function attribute(run: Run, entries: readonly Entry[], date: string, made: number): void {
  const weights = entries.map(({ stock, left }) => times(stock, left));
  give(run, date, sharedBy(entries, weights, made));
}

type Given = Run["lumped"][number];

const sharedBy = (entries: readonly Entry[], weights: readonly Ratio[], made: number): Given[] => {
  const parts = apportion(made, weights);
  return entries.map((entry, at) => ({ entry, cents: parts[at] ?? 0 }));
};

/** Adds to what credits stand at. */
function give(run: Run, date: string, given: readonly Given[]): void {
  for (const { entry, cents } of given) {
    entry.standing += cents;
    run.events.push({ date, credit: entry.credit, cents });
  }
}

/** What is paid for coming to a bound, or taken for falling under it. */
export function addLumps(run: Run, from: Ratio, date: string): void {
  for (const { from: bound, lump } of run.tariff.zones) {
    if (bound === null || sign(lump) === 0) continue;
    const [was, is] = [compare(from, bound) >= 0, compare(run.position, bound) >= 0];
    if (is && !was) payLump(run, lump, date);
    if (was && !is) takeLump(run, lump, date);
  }
}

const isShared = ({ component }: Run) => component.reversal.returns === "original_line";

/** The credits that came to the bound stand at what is paid for it. */
function payLump(run: Run, lump: Ratio, date: string): void {
  const made = addLine(run, "reached_tier", date, lump);
  if (!isShared(run)) return;
  const weights = run.entries.map(({ room, left }) => most(zero, times(room, left)));
  if (sign(total(weights)) === 0) return;
  run.lumped = sharedBy(run.entries, weights, made);
  give(run, date, run.lumped);
}

/** What hasn't been taken back with credits. */
function takeLump(run: Run, lump: Ratio, date: string): void {
  if (!isShared(run)) {
    addLine(run, "fell_below_tier", date, times(-1, lump));
    return;
  }
  const weights = run.lumped.map(({ entry, cents }) => times(cents, entry.left));
  const made = addLine(run, "fell_below_tier", date, times(-1, total(weights)));
  if (sign(total(weights)) !== 0) {
    const entries = run.lumped.map(({ entry }) => entry);
    give(run, date, sharedBy(entries, weights, made));
  }
  run.lumped = [];
}
