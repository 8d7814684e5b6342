import { describe, expect, test } from "vitest";
import { type AccountCell, accountWorths } from "../../src/quota/account-potential.ts";

const cell = (cellId: number, part: Partial<AccountCell>): AccountCell => ({
  cellId,
  month: 12,
  role: "account_executive",
  segment: "Enterprise",
  industry: "Software",
  sizeBand: 8,
  historyBand: null,
  isLapsed: false,
  accounts: 100,
  booked: 0,
  squares: 0,
  ...part,
});
/** A hundred accounts, a fifth of which bought for `amount` each. */
const bought = (amount: number) => ({ booked: 20 * amount, squares: 20 * amount ** 2 });

const past = [
  cell(1, { segment: "Enterprise", ...bought(50_000) }),
  cell(2, { segment: "Small", ...bought(10_000) }),
  cell(3, { segment: "Enterprise", historyBand: 0, ...bought(200_000) }),
  cell(4, { segment: "Small", historyBand: 0, ...bought(40_000) }),
];
const today = [
  cell(5, { month: 30, segment: "Enterprise" }),
  cell(6, { month: 30, segment: "Small" }),
  cell(7, { month: 30, segment: "Enterprise", historyBand: 0 }),
];
const worthOf = (cells: readonly AccountCell[]) =>
  new Map(accountWorths(cells, 30).map((one) => [one.cellId, one]));

describe("accountWorths", () => {
  const worth = worthOf([...past, ...today]);

  test("tells what accounts of a segment buy, and more where they bought before", () => {
    const [enterprise, small, customer] = [worth.get(5), worth.get(6), worth.get(7)];
    // 20 of 100 bought for 50,000, and of as many customers for 200,000: 25,000 on average
    expect((enterprise?.potential ?? 0) / 25_000).toBeCloseTo(1, 0);
    expect((small?.potential ?? 0) / 5_000).toBeCloseTo(1, 0);
    expect(enterprise?.potential).toBeGreaterThan(2 * (small?.potential ?? 0));
    expect(customer?.expected).toBeGreaterThan(1.5 * (enterprise?.expected ?? 0));
    expect(customer?.potential).toBe(enterprise?.potential);
  });

  test("is surer the more accounts it was learned from", () => {
    const many = past.map((one) => ({
      ...one,
      accounts: 100 * one.accounts,
      booked: 100 * one.booked,
      squares: 100 * one.squares,
    }));
    const sure = worthOf([...many, ...today]).get(5);
    expect(sure?.error).toBeLessThan((worth.get(5)?.error ?? 0) / 3);
  });

  test("doesn't learn from a year that hadn't ended", () => {
    const running = cell(8, { month: 24, segment: "Small", accounts: 500, ...bought(9_000_000) });
    expect(worthOf([...past, ...today, running]).get(6)).toEqual(worth.get(6));
  });

  test("says nothing where nothing was ever bought", () => {
    const idle = past.map((one) => ({ ...one, booked: 0, squares: 0 }));
    expect(accountWorths([...idle, ...today], 30)).toEqual([]);
    expect(accountWorths([], 0)).toEqual([]);
  });
});
