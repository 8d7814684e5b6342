import { addDays, type PlainDate } from "../../calendar.ts";
import type { Life } from "./life.ts";
import { firstDay, type MonthNumber, unitsBetween } from "./months.ts";

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
  readonly by: "month" | "day";
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
  const movements: Movement[] = [];
  let standing = openingCents;
  for (let month = from; month <= through; month++) {
    const cost = costs.get(month) ?? 0;
    if (cost === 0 && standing === 0) continue;
    const movement = movementOf(month, cost, standing, life, by);
    standing += movement.capitalisedCents - movement.amortisedCents - movement.impairedCents;
    if (isAny(movement)) movements.push(movement);
  }
  return movements;
}

function movementOf(
  month: MonthNumber,
  cost: number,
  standing: number,
  life: Life,
  by: "month" | "day",
): Movement {
  const [starts, next] = [firstDay(month), firstDay(month + 1)];
  const isAfter = (day: PlainDate | null) => day !== null && day < starts;
  const isAdded = !isAfter(life.until) && !isAfter(life.endedOn) && !life.isExpensed;
  const capitalisedCents = cost < 0 ? 0 - Math.min(-cost, standing) : isAdded ? cost : 0;
  const held = standing + capitalisedCents;
  const isEnding = life.endedOn !== null && life.endedOn < next;
  const amortisedCents = amortised(held, { starts, next, life, by });
  return {
    month,
    capitalisedCents,
    amortisedCents,
    impairedCents: isEnding ? held - amortisedCents : 0,
    expensedCents: cost - capitalisedCents,
  };
}

interface Month {
  readonly starts: PlainDate;
  /** The first day of the next one. */
  readonly next: PlainDate;
  readonly life: Life;
  readonly by: "month" | "day";
}

/** By day a contract that ends is of use up to then; by month not in the month in which it ends. */
function amortised(held: number, { starts, next, life, by }: Month): number {
  const { from, until, endedOn } = life;
  const end = endedOn !== null && endedOn < next ? endedOn : next;
  if (held === 0 || (by === "month" && end < next)) return 0;
  const first = from > starts ? from : starts;
  const left = unitsBetween(first, until, by);
  if (left === 0) return held;
  const last = addDays(end, -1);
  return Math.round((held * unitsBetween(first, last < until ? last : until, by)) / left);
}

const isAny = ({ capitalisedCents, amortisedCents, impairedCents, expensedCents }: Movement) =>
  capitalisedCents !== 0 || amortisedCents !== 0 || impairedCents !== 0 || expensedCents !== 0;
