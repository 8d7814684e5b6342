import { grouped } from "../statistics/grouped.ts";
import { predict, ridge } from "../statistics/ridge.ts";

/** An account and what it bought, in whole minor units over the time looked at. */
export interface AccountBookings {
  readonly ownerId: string | null;
  readonly segment: string | null;
  readonly employees: number | null;
  readonly bookings: number;
}

/** The accounts of one owner: how many, and what accounts like them buy in all. */
export interface Patch {
  readonly accounts: number;
  readonly potential: number;
}

/** One observation's weight on each column keeps rare segments near the average account. */
const penalty = 1;

/**
 * Potential by owner: a ridge regression of an account's bookings on its segment and the logarithm
 * of its employees, summed over the accounts owned. What an account itself bought enters only as
 * one observation among all. Unknown employees count as the average account's.
 */
export function patches(accounts: readonly AccountBookings[]): Map<string, Patch> {
  const owned = withModelledSize(accounts).flatMap(({ ownerId, size }) =>
    ownerId === null ? [] : { ownerId, size },
  );
  return new Map(
    [...grouped(owned, ({ ownerId }) => ownerId)].map(([ownerId, members]) => {
      const potential = members.reduce((total, { size }) => total + size, 0);
      return [ownerId, { accounts: members.length, potential }];
    }),
  );
}

function withModelledSize(accounts: readonly AccountBookings[]) {
  if (accounts.length === 0) return [];
  const segments = [...new Set(accounts.map(({ segment }) => segment ?? ""))].sort();
  const sizes = accounts.map(({ employees }) =>
    employees === null ? null : Math.log1p(employees),
  );
  const known = sizes.filter((size) => size !== null);
  const usual = known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : 0;
  const observed = accounts.map(({ ownerId, segment, bookings }, index) => ({
    ownerId,
    bookings,
    row: [sizes[index] ?? usual, ...segments.map((name) => (name === (segment ?? "") ? 1 : 0))],
  }));
  const fit = ridge(
    observed.map(({ row }) => row),
    observed.map(({ bookings }) => bookings),
    penalty,
  );
  return observed.map(({ ownerId, row }) => ({ ownerId, size: Math.max(0, predict(fit, row)) }));
}
