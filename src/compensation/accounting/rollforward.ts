import type { Movement } from "./asset.ts";
import type { MonthNumber } from "./months.ts";

/** A month's assets: opening + capitalised − amortised − impaired = closing; whole minor units. */
export interface RollForward extends Movement {
  readonly openingCents: number;
  readonly closingCents: number;
}

/** The roll-forward of assets from the first month in which anything happens to the last, without a gap. */
export function rollForward(movements: readonly Movement[], through: MonthNumber): RollForward[] {
  const byMonth = new Map<MonthNumber, Movement>();
  for (const one of movements) {
    byMonth.set(one.month, plus(byMonth.get(one.month) ?? nothingIn(one.month), one));
  }
  const rows: RollForward[] = [];
  for (let month = Math.min(...byMonth.keys()); month <= through; month++) {
    const openingCents = rows.at(-1)?.closingCents ?? 0;
    const movement = byMonth.get(month) ?? nothingIn(month);
    rows.push({ ...movement, openingCents, closingCents: openingCents + changeOf(movement) });
  }
  return rows;
}

const changeOf = ({ capitalisedCents, amortisedCents, impairedCents }: Movement) =>
  capitalisedCents - amortisedCents - impairedCents;

const nothingIn = (month: MonthNumber): Movement => ({
  month,
  capitalisedCents: 0,
  amortisedCents: 0,
  impairedCents: 0,
  expensedCents: 0,
});

const plus = (sum: Movement, one: Movement): Movement => ({
  month: sum.month,
  capitalisedCents: sum.capitalisedCents + one.capitalisedCents,
  amortisedCents: sum.amortisedCents + one.amortisedCents,
  impairedCents: sum.impairedCents + one.impairedCents,
  expensedCents: sum.expensedCents + one.expensedCents,
});
