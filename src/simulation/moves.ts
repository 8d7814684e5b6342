import type { Day } from "./days.ts";
import type { Deal, Path } from "./deal.ts";
import { type Line, linesTotal } from "./lines.ts";
import type { Style } from "./people.ts";
import { at, chance, lognormal, type Random, uniform } from "./random.ts";
import type { Change } from "./record.ts";
import { handovers, holderOn } from "./teams.ts";
import { closedCategory, lostStage, omittedCategory, wonStage } from "./words/deals.ts";

/** Something that really happens to a deal and shows in the CRM. */
export interface Move {
  readonly day: Day;
  readonly change: Change;
}

/** What a deal is quoted at: first, and after the price is settled. */
export interface Quote {
  readonly lines: readonly Line[];
  readonly settled: readonly Line[];
  /** Whether line items are kept at all: small ones often aren't. */
  readonly hasLines: boolean;
}

/** Category by stage: sandbaggers stay a step behind, happy ears a step ahead. */
const categoryOf: Readonly<Record<Style, readonly number[]>> = {
  plain: [0, 0, 0, 1, 2],
  sandbagger: [0, 0, 0, 0, 1],
  happy_ears: [0, 0, 1, 2, 2],
};
/** Line items are added with the needs analysis, or at the next stage after it. */
const linesFrom = 2;
/** Prices are settled in the negotiation. */
const settledFrom = 4;

/** A deal's moves in the order of days; the first creates the opportunity. */
export function movesOf(deal: Deal, path: Path, quote: Quote): Move[] {
  const logged = loggedFrom(deal, path);
  const moves: Move[] = stageMoves(deal, path, quote, logged);
  moves.push({ day: path.closed, change: closingChange(path, moves, quote) });
  const first = at(moves, 0).day;
  for (const { from, person } of handovers(deal.seat, first, path.closed - 1)) {
    moves.push({ day: from, change: { owner: person } });
  }
  return inOrder(moves);
}

/** Creation first and the closing last, whatever shares their day. */
function inOrder(moves: Move[]): Move[] {
  const place = new Map(moves.map((move, index) => [move, index]));
  return moves.sort((a, b) => a.day - b.day || (place.get(a) ?? 0) - (place.get(b) ?? 0));
}

/** Sandbaggers log half of their deals late, when part of the way is behind them. */
function loggedFrom({ owner, begun, random, kind }: Deal, { closed }: Path): Day {
  if (owner.style !== "sandbagger" || kind === "renewal" || !chance(random, 0.5)) return begun;
  return begun + Math.floor((closed - begun) * uniform(random, 0.15, 0.6));
}

function stageMoves(deal: Deal, path: Path, quote: Quote, logged: Day): Move[] {
  const before = path.entries.filter(({ day }) => day <= logged).length;
  const visible = path.entries.slice(Math.max(before - 1, 0));
  let reached = 0;
  return visible.map(({ stage, day }, index) => {
    reached = Math.max(reached, stage);
    const category = at(categoryOf[deal.owner.style], stage);
    const seen = Math.max(day, logged);
    const change = { stage, category, ...amountChange(deal, quote, reached, index === 0) };
    if (index > 0) return { day: seen, change };
    return { day: seen, change: { ...change, owner: holderOn(deal.seat, seen) } };
  });
}

/** The amount follows the lines where there are any, and the proposal where there are none. */
function amountChange(deal: Deal, quote: Quote, reached: number, isFirst: boolean): Change {
  if (quote.hasLines && (reached >= linesFrom || deal.kind === "renewal")) {
    const lines = reached >= settledFrom ? quote.settled : quote.lines;
    return { hasLines: true, amount: linesTotal(lines) };
  }
  if (isFirst) return { amount: estimate(deal.random, deal, quote) };
  return reached >= 3 ? { amount: linesTotal(quote.lines) } : {};
}

/** A first figure: blank, or a round guess around the quote. */
function estimate(random: Random, { kind }: Deal, { lines }: Quote): number | undefined {
  if (kind !== "renewal" && chance(random, 0.14)) return undefined;
  const guess = linesTotal(lines) * lognormal(random, 1.03, 0.22);
  const step = guess > 5_000_000 ? 500_000 : 50_000;
  return Math.max(step, Math.round(guess / step) * step);
}

function closingChange({ isWon, closed }: Path, moves: readonly Move[], quote: Quote): Change {
  const hadLines = moves.some(({ change }) => change.hasLines);
  const category = isWon ? closedCategory : omittedCategory;
  const change = { stage: isWon ? wonStage : lostStage, category, close: closed };
  if (!isWon) return change;
  return { ...change, amount: linesTotal(quote.settled), hasLines: hadLines };
}
