import { monthsBetween } from "../calendar.ts";
import { InputError } from "../errors.ts";
import type { YearSeller } from "../quota/sales-year.ts";
import type { PlanBase } from "./base.ts";
import type { ScenarioEntry } from "./schema.ts";

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Bookings after shocks of the market, each from its month on. */
export function shocked(
  { yearStart }: PlanBase,
  sellers: readonly YearSeller[],
  { market = [] }: ScenarioEntry,
): readonly YearSeller[] {
  if (market.length === 0) return sellers;
  return sellers.map((seller) => ({
    ...seller,
    full: seller.full.map((amount, month) =>
      market
        .filter(({ team }) => team === undefined || team === seller.teamId)
        .filter(({ from }) => from === undefined || monthsBetween(yearStart, `${from}-01`) <= month)
        .reduce((left, { change }) => left * (1 + change), amount),
    ),
  }));
}

/** Bookings moved between quarters until all reps together have the shares given. */
export function seasoned(
  sellers: readonly YearSeller[],
  { seasonality }: ScenarioEntry,
): readonly YearSeller[] {
  if (seasonality === undefined) return sellers;
  const quarters = [0, 3, 6, 9].map((from) =>
    sum(sellers.map(({ full }) => sum(full.slice(from, from + 3)))),
  );
  const total = sum(quarters);
  const factors = quarters.map((own, q) => (own > 0 ? ((seasonality[q] ?? 0) * total) / own : 1));
  return sellers.map((seller) => ({
    ...seller,
    full: seller.full.map((amount, month) => amount * (factors[Math.floor(month / 3)] ?? 1)),
  }));
}

/**
 * Bookings that go with accounts to another rep: each takes its part of what its rep's accounts are
 * worth, from the month of the move on.
 *
 * @throws InputError for an account that goes to somebody who isn't there then
 */
export function moved(
  base: PlanBase,
  sellers: readonly YearSeller[],
  { territory_moves = [] }: ScenarioEntry,
): readonly YearSeller[] {
  if (territory_moves.length === 0) return sellers;
  const full = new Map(base.year.sellers.map((seller) => [seller.repId, [...seller.full]]));
  const before = new Map(base.year.sellers.map((seller) => [seller.repId, seller.full]));
  const held = new Map(base.accounts.map((account) => [account.accountId, account]));
  for (const { account: id, to, month } of territory_moves) {
    const account = held.get(id);
    if (!account) throw new Error(`move of an unchecked account: ${id}`);
    const from = month === undefined ? 0 : monthsBetween(base.yearStart, `${month}-01`);
    refuseAbsent(sellers, to, from);
    for (let place = Math.max(0, from); place < 12; place++) {
      const part = (before.get(account.repId)?.[place] ?? 0) * account.share;
      shift(full.get(account.repId), place, -part);
      shift(full.get(to), place, part);
    }
  }
  return sellers.map((seller) => ({ ...seller, full: full.get(seller.repId) ?? seller.full }));
}

/** @throws InputError for an account that goes to somebody who isn't there then */
function refuseAbsent(sellers: readonly YearSeller[], repId: string, from: number): void {
  const seller = sellers.find((one) => one.repId === repId);
  if (seller && from < seller.to) return;
  throw new InputError(`account moved to somebody who isn't there: ${repId}`, {
    remedy: "Move it to a rep of the plan who stays, or take the leaver out.",
  });
}

function shift(months: number[] | undefined, place: number, part: number): void {
  if (months) months[place] = Math.max(0, (months[place] ?? 0) + part);
}
