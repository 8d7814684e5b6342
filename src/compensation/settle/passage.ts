import { addDays, type Period, type PlainDate } from "../../calendar.ts";

/** Minor units that somebody owes on a plan and takes along to the one after. */
export interface Transfer {
  /** The day after the pay period that they are handed over at the end of. */
  readonly on: PlainDate;
  readonly cents: number;
}

/** What somebody brings to a plan, and whether they go on to another. */
export interface Passage {
  readonly takenOver: readonly Transfer[];
  /** The first day under the plan that takes over what is owed, be it yet to come; null where none does. */
  readonly goesOn: PlainDate | null;
}

/** Of who comes from no other plan and goes to none. */
export const stays: Passage = { takenOver: [], goesOn: null };

/** Whether what is owed at the end of a pay period goes on to the plan after: once it is over. */
export const isHandedOver = (
  { goesOn }: Passage,
  { periodEnd }: Period,
  through: PlainDate,
): boolean => goesOn !== null && addDays(periodEnd, 1) >= goesOn && periodEnd < through;

/**
 * What is taken over by the first day of the pay period that it is taken over in: the one after it was
 * handed over, in the first open one what closed ones should have had and didn't.
 *
 * @param first the first day on which the plan can take over
 * @param closed minor units that closed pay periods took over
 */
export function takenOverIn(
  { takenOver }: Passage,
  periodOf: (date: PlainDate) => Period,
  first: PlainDate,
  closed: number,
): ReadonlyMap<PlainDate, number> {
  const sums = new Map<PlainDate, number>();
  const add = (on: PlainDate, cents: number) => {
    const { periodStart } = periodOf(on);
    sums.set(periodStart, (sums.get(periodStart) ?? 0) + cents);
  };
  for (const { on, cents } of takenOver) add(on < first ? first : on, cents);
  if (closed !== 0) add(first, -closed);
  return sums;
}
