import type { Life } from "./life.ts";
import { firstUnit, type MonthNumber, type Unit, unitOf } from "./months.ts";

/** What a month does to a contract's commission; whole minor units. */
export interface Movement {
  readonly month: MonthNumber;
  /** Under zero where a clawback reduces the asset. */
  readonly capitalisedCents: number;
  readonly amortisedCents: number;
  readonly impairedCents: number;
  /** Expensed at once; under zero where a clawback takes back what was amortised already. */
  readonly expensedCents: number;
}

interface AssetInput {
  readonly life: Life;
  readonly by: Unit;
  /** What is earned of it or taken back, by month. */
  readonly costs: ReadonlyMap<MonthNumber, number>;
  /** What it stood at before `from`. */
  readonly openingCents: number;
  readonly from: MonthNumber;
  readonly through: MonthNumber;
}

/**
 * What becomes of an asset month by month, those in which nothing happens left out. Each month takes
 * of what stands the share that the month has of the time that is left (straight-line, 340-40-35-1), so
 * that a later commission, a clawback and a changed term spread over what is left of it, and the cents
 * run out exactly with the last month. What stands when the contract ends is impaired (340-40-35-3).
 */
export function movementsOf({
  life,
  by,
  costs,
  openingCents,
  from,
  through,
}: AssetInput): Movement[] {
  const span = spanOf(life, by);
  const movements: Movement[] = [];
  let standing = openingCents;
  for (let month = from; month <= through; month++) {
    const cost = costs.get(month) ?? 0;
    if (cost === 0 && standing === 0) continue;
    const stretch = { first: firstUnit(month, by), next: firstUnit(month + 1, by) };
    const movement = { month, ...movementOf(cost, standing, span, stretch) };
    standing += movement.capitalisedCents - movement.amortisedCents - movement.impairedCents;
    if (isAny(movement)) movements.push(movement);
  }
  return movements;
}

/** A life in units of time. */
interface Span {
  readonly first: number;
  /** The first unit after it. */
  readonly end: number;
  /** From this one on nothing is of use any more; after all others where nothing ended it. */
  readonly ended: number;
  readonly isExpensed: boolean;
}

const spanOf = ({ from, until, endedOn, isExpensed }: Life, by: Unit): Span => ({
  first: unitOf(from, by),
  end: unitOf(until, by) + 1,
  ended: endedOn === null ? Number.POSITIVE_INFINITY : unitOf(endedOn, by),
  isExpensed,
});

interface Stretch {
  readonly first: number;
  /** The first unit after it. */
  readonly next: number;
}

function movementOf(
  cost: number,
  standing: number,
  span: Span,
  month: Stretch,
): Omit<Movement, "month"> {
  const isAdded = span.end > month.first && span.ended >= month.first && !span.isExpensed;
  const capitalisedCents = cost < 0 ? 0 - Math.min(-cost, standing) : isAdded ? cost : 0;
  const held = standing + capitalisedCents;
  const amortisedCents = held === 0 ? 0 : amortised(held, span, month);
  return {
    capitalisedCents,
    amortisedCents,
    impairedCents: span.ended < month.next ? held - amortisedCents : 0,
    expensedCents: cost - capitalisedCents,
  };
}

/** By day a contract that ends is of use up to then; by month not in the month in which it ends. */
function amortised(held: number, { first, end, ended }: Span, month: Stretch): number {
  const from = Math.max(first, month.first);
  const until = Math.min(month.next, end, ended);
  if (end <= from) return ended < month.next ? 0 : held;
  return until <= from ? 0 : Math.round((held * (until - from)) / (end - from));
}

const isAny = ({ capitalisedCents, amortisedCents, impairedCents, expensedCents }: Movement) =>
  capitalisedCents !== 0 || amortisedCents !== 0 || impairedCents !== 0 || expensedCents !== 0;
