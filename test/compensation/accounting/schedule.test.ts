import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amortisationAhead } from "../../../src/compensation/accounting/ahead.ts";
import { type Movement, movementsOf } from "../../../src/compensation/accounting/asset.ts";
import type { Contract } from "../../../src/compensation/accounting/life.ts";
import { lifeOf } from "../../../src/compensation/accounting/life.ts";
import { monthNumber } from "../../../src/compensation/accounting/months.ts";
import {
  type AccountingPolicy,
  accountingPolicy,
  isIncremental,
} from "../../../src/compensation/accounting/policy.ts";
import { policySchema } from "../../../src/compensation/accounting/policy-schema.ts";
import { rollForward } from "../../../src/compensation/accounting/rollforward.ts";
import {
  type AssetMovement,
  type Schedule,
  type ScheduleInput,
  scheduleOf,
  standing,
} from "../../../src/compensation/accounting/schedule.ts";

const policyOf = (written: object = {}): AccountingPolicy =>
  accountingPolicy(policySchema.parse(written));

const contract = (more: Partial<Contract> = {}): Contract => ({
  opportunityId: "D1",
  kind: "new",
  bookedOn: "2026-01-15",
  startsOn: null,
  termMonths: null,
  endedOn: null,
  ...more,
});

const schedule = (more: Partial<ScheduleInput> = {}) =>
  scheduleOf({
    costs: [{ component: "Bookings", opportunityId: "D1", date: "2026-01-15", cents: 240_000 }],
    contracts: new Map([["D1", contract()]]),
    policy: policyOf({ amortise: { new: 24 } }),
    isIncremental: () => true,
    closed: [],
    closedThrough: null,
    through: monthNumber("2026-12-01"),
    ...more,
  });

/** All movements of a schedule, as a closed month keeps them. */
const movementsIn = ({ assets, expensed }: Schedule): AssetMovement[] => [
  ...assets.flatMap(({ component, contract: { opportunityId }, kind, movements }) =>
    movements.map((movement) => ({ ...movement, component, opportunityId, kind })),
  ),
  ...expensed,
];

const rowsOf = (input: Partial<ScheduleInput> = {}) => {
  const { assets, expensed } = schedule(input);
  const movements = [...assets.flatMap((asset) => asset.movements), ...expensed];
  return rollForward(movements, input.through ?? monthNumber("2026-12-01"));
};

const sum = (rows: readonly Movement[], key: keyof Movement) =>
  rows.reduce((total, row) => total + row[key], 0);

describe("worked examples", () => {
  // ASC 340-40-55-2 to 55-4 (IFRS 15 example 36): of 50,000 spent on winning a contract only the
  // commission of 10,000 wouldn't have been spent otherwise; bonuses on yearly sales targets aren't
  test("what would be paid without the contract is no cost of obtaining it", () => {
    const policy = policyOf();
    const paidOn = { name: "Commission", credit: ["owner"], measure: "bookings" } as const;
    expect(isIncremental(paidOn, policy)).toBe(true);
    expect(isIncremental({ ...paidOn, measure: "objectives" }, policy)).toBe(false);
    expect(isIncremental({ ...paidOn, credit: ["manager"] }, policy)).toBe(false);
    const chosen = policyOf({ capitalise: { credit: ["owner", "manager"] } });
    expect(isIncremental({ ...paidOn, credit: ["manager"] }, chosen)).toBe(true);
    const except = policyOf({ capitalise: { except: ["Commission"] } });
    expect(isIncremental(paidOn, except)).toBe(false);
  });

  // ASC 340-40-55-5 to 55-9 (IFRS 15 example 37): 10,000 for a contract of five years that is expected
  // to be renewed twice by a year are amortised over seven years; 10,000 / 84 = 119.05 a month
  test("a commission that renewals don't match is amortised over the customer's life", () => {
    const rows = rowsOf({
      costs: [{ component: "Bookings", opportunityId: "D1", date: "2026-01-01", cents: 1_000_000 }],
      contracts: new Map([["D1", contract({ bookedOn: "2026-01-01", termMonths: 60 })]]),
      policy: policyOf({ customer_life_months: 84 }),
      through: monthNumber("2032-12-01"),
    });
    expect(rows).toHaveLength(84);
    for (const { amortisedCents } of rows) expect([11_904, 11_905]).toContain(amortisedCents);
    expect(sum(rows, "amortisedCents")).toBe(1_000_000);
    expect(rows.at(-1)?.closingCents).toBe(0);
  });

  test("one that renewals do match is amortised over the term", () => {
    const policy = policyOf({ renewals_commensurate: true });
    expect(lifeOf(contract({ termMonths: 36 }), policy).months).toBe(36);
    expect(lifeOf(contract({ termMonths: 36 }), policyOf()).months).toBe(60);
    expect(lifeOf(contract({ termMonths: 72 }), policyOf()).months).toBe(72);
  });

  // ASC 340-40-25-4: a benefit of a year or less may be expensed as it is incurred
  test.each([
    [12, true, 240_000, 0],
    [13, true, 0, 240_000],
    [12, false, 0, 240_000],
  ])(
    "%d months with the expedient %s expense %d and capitalise %d at once",
    (months, expedient, expensed, capitalised) => {
      const rows = rowsOf({ policy: policyOf({ expedient, amortise: { new: months } }) });
      expect(sum(rows, "expensedCents")).toBe(expensed);
      expect(sum(rows, "capitalisedCents")).toBe(capitalised);
    },
  );

  // 2,400 over two years are 100 a month
  test("months are equal, the first and the last whole ones", () => {
    const rows = rowsOf({ through: monthNumber("2028-02-01") });
    expect(rows.slice(0, 24).map(({ amortisedCents }) => amortisedCents)).toEqual(
      Array.from({ length: 24 }, () => 10_000),
    );
    expect(rows[24]).toMatchObject({ amortisedCents: 0, closingCents: 0 });
  });

  // 2026-01-15 to 2028-01-14 are 730 days, 17 of them in January: 240,000 × 17 / 730 = 5,589.04
  test("by day the first month has the days that are left of it", () => {
    const policy = policyOf({ amortise: { new: 24 }, amortise_by: "day" });
    const rows = rowsOf({ policy, through: monthNumber("2028-01-01") });
    expect(rows[0]?.amortisedCents).toBe(5_589);
    expect(sum(rows, "amortisedCents")).toBe(240_000);
    expect(rows.at(-1)?.closingCents).toBe(0);
  });

  test("nothing is amortised before the contract starts, but from booking where the policy says so", () => {
    const contracts = new Map([["D1", contract({ startsOn: "2026-03-01" })]]);
    const first = (from: string) =>
      rowsOf({ contracts, policy: policyOf({ amortise: { new: 24 }, amortise_from: from }) })
        .slice(0, 3)
        .map(({ amortisedCents }) => amortisedCents);
    expect(first("contract_start")).toEqual([0, 0, 10_000]);
    expect(first("booking")).toEqual([10_000, 10_000, 10_000]);
  });
});

describe("endings, clawbacks and late lines", () => {
  // three months of 10,000 are amortised before April
  test("what stands when a contract ends is impaired", () => {
    const contracts = new Map([["D1", contract({ endedOn: "2026-04-10" })]]);
    const rows = rowsOf({ contracts });
    expect(rows[3]).toMatchObject({ amortisedCents: 0, impairedCents: 210_000, closingCents: 0 });
    expect(sum(rows, "amortisedCents") + sum(rows, "impairedCents")).toBe(240_000);
  });

  test("by day it is of use up to the day before", () => {
    const contracts = new Map([["D1", contract({ endedOn: "2026-01-16" })]]);
    const policy = policyOf({ amortise: { new: 24 }, amortise_by: "day" });
    // one of 730 days
    expect(rowsOf({ contracts, policy })[0]).toMatchObject({
      amortisedCents: 329,
      impairedCents: 239_671,
    });
  });

  test("a clawback reduces the asset first, and beyond it what was expensed", () => {
    const costs = [
      { component: "Bookings", opportunityId: "D1", date: "2026-01-15", cents: 240_000 },
      { component: "Bookings", opportunityId: "D1", date: "2026-07-01", cents: -240_000 },
    ];
    const rows = rowsOf({ costs });
    expect(rows[6]).toMatchObject({
      capitalisedCents: -180_000,
      expensedCents: -60_000,
      amortisedCents: 0,
      closingCents: 0,
    });
  });

  // 24,000 in January are 1,000 a month; 1,900 more in June are 100 a month over the 19 months left
  test("what comes late is spread over what is left of the life", () => {
    const costs = [
      { component: "Bookings", opportunityId: "D1", date: "2026-01-15", cents: 24_000 },
      { component: "Bookings", opportunityId: "D1", date: "2026-06-01", cents: 1_900 },
    ];
    expect(rowsOf({ costs }).slice(4, 7)).toMatchObject([
      { capitalisedCents: 0, amortisedCents: 1_000 },
      { capitalisedCents: 1_900, amortisedCents: 1_100 },
      { capitalisedCents: 0, amortisedCents: 1_100 },
    ]);
  });

  test("what is earned after the life is over is expensed", () => {
    const costs = [{ component: "Bookings", opportunityId: "D1", date: "2028-02-01", cents: 500 }];
    const rows = rowsOf({ costs, through: monthNumber("2028-03-01") });
    expect(rows[0]).toMatchObject({ capitalisedCents: 0, expensedCents: 500, closingCents: 0 });
  });

  test("pay of no deal, and of a component that isn't for contracts, is expensed", () => {
    const costs = [
      { component: null, opportunityId: null, date: "2026-01-31", cents: 7 },
      { component: "Bookings", opportunityId: "gone", date: "2026-01-31", cents: 11 },
    ];
    expect(rowsOf({ costs })[0]).toMatchObject({ expensedCents: 18, closingCents: 0 });
    expect(rowsOf({ isIncremental: () => false })[0]).toMatchObject({
      expensedCents: 240_000,
      closingCents: 0,
    });
  });
});

describe("closed months", () => {
  const through = monthNumber("2026-03-01");
  const closed = movementsIn(schedule({ through }));
  const goingOn = (more: Partial<ScheduleInput>) =>
    rowsOf({ costs: [], closed, closedThrough: through, ...more });

  test("stay as they are, and open ones go on from what they left", () => {
    expect(goingOn({})).toEqual(rowsOf());
  });

  // 210,000 stand after March; over a life of 13 months ten are left, of 36 months 33
  test.each([
    [13, 21_000],
    [36, 6_364],
  ])("another policy of %d months spreads what stands: %d", (months, cents) => {
    const rows = goingOn({ policy: policyOf({ amortise: { new: months } }) });
    expect(rows.slice(0, 3)).toEqual(rowsOf().slice(0, 3));
    expect(rows[3]?.amortisedCents).toBe(cents);
  });

  test("an ending that is told late is impaired in the first open month", () => {
    const rows = goingOn({ contracts: new Map([["D1", contract({ endedOn: "2026-02-10" })]]) });
    expect(rows.slice(0, 3)).toEqual(rowsOf().slice(0, 3));
    expect(rows[3]).toMatchObject({ impairedCents: 210_000, closingCents: 0 });
  });

  test("a deal that isn't told any more is impaired, what is clawed back of it first", () => {
    const costs = [
      { component: "Bookings", opportunityId: "D1", date: "2026-04-01", cents: -200_000 },
    ];
    const rows = goingOn({ contracts: new Map(), costs });
    expect(rows[3]).toMatchObject({
      capitalisedCents: -200_000,
      impairedCents: 10_000,
      expensedCents: 0,
      closingCents: 0,
    });
  });

  test("keep the kind under which they stand", () => {
    const { assets } = schedule({
      costs: [],
      closed,
      closedThrough: through,
      contracts: new Map([["D1", contract({ kind: "renewal" })]]),
    });
    expect(assets[0]?.kind).toBe("new");
  });
});

const day = fc
  .tuple(
    fc.integer({ min: 2025, max: 2028 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-"));

const anyInput = fc.record({
  costs: fc.array(
    fc.record({
      component: fc.constantFrom("Bookings", null),
      opportunityId: fc.constantFrom("D1", "D2", null),
      date: day,
      cents: fc.integer({ min: -500_000, max: 1_000_000 }),
    }),
    { maxLength: 12 },
  ),
  first: fc.record({ bookedOn: day, startsOn: fc.option(day), endedOn: fc.option(day) }),
  second: fc.record({ bookedOn: day, termMonths: fc.option(fc.integer({ min: 1, max: 60 })) }),
  policy: fc.record({
    expedient: fc.boolean(),
    amortise_by: fc.constantFrom("month", "day"),
    customer_life_months: fc.integer({ min: 1, max: 90 }),
    renewals_commensurate: fc.boolean(),
  }),
});

describe("of any schedule", () => {
  const through = monthNumber("2029-12-01");

  test("months roll forward to the cent, assets are never under zero, and everything earned is told once", () => {
    fc.assert(
      fc.property(anyInput, ({ costs, first, second, policy }) => {
        const contracts = new Map([
          ["D1", contract(first)],
          ["D2", contract({ ...second, opportunityId: "D2", kind: "renewal" })],
        ]);
        const rows = rowsOf({ costs, contracts, policy: policyOf(policy), through });
        let opening = 0;
        for (const row of rows) {
          expect(row.openingCents).toBe(opening);
          opening += row.capitalisedCents - row.amortisedCents - row.impairedCents;
          expect(row.closingCents).toBe(opening);
          expect(row.closingCents).toBeGreaterThanOrEqual(0);
          expect(row.amortisedCents).toBeGreaterThanOrEqual(0);
          expect(row.impairedCents).toBeGreaterThanOrEqual(0);
        }
        const earned = costs.reduce((total, { cents }) => total + cents, 0);
        expect(sum(rows, "capitalisedCents") + sum(rows, "expensedCents")).toBe(earned);
      }),
    );
  });

  test("closing at any month and going on from there changes nothing", () => {
    fc.assert(
      fc.property(anyInput, day, ({ costs, first, policy }, on) => {
        const input = {
          contracts: new Map([["D1", contract(first)]]),
          policy: policyOf(policy),
          through,
        };
        const closedThrough = monthNumber(on);
        const isClosed = ({ date }: { date: string }) => monthNumber(date) <= closedThrough;
        const { assets, expensed } = schedule({
          ...input,
          costs: costs.filter(isClosed),
          through: closedThrough,
        });
        const closed = movementsIn({ assets, expensed });
        const open = costs.filter((cost) => !isClosed(cost));
        expect(rowsOf({ ...input, costs: open, closed, closedThrough })).toEqual(
          rowsOf({ ...input, costs }),
        );
      }),
    );
  });

  test("what is ahead sums to what stands", () => {
    fc.assert(
      fc.property(anyInput, ({ costs, first, policy }) => {
        const contracts = new Map([["D1", contract({ ...first, endedOn: null })]]);
        const by = policyOf(policy).by;
        const now = monthNumber("2026-06-01");
        for (const asset of schedule({
          costs: costs.filter(({ date }) => date < "2026-07-01"),
          contracts,
          policy: policyOf(policy),
          through: now,
        }).assets) {
          const ahead = amortisationAhead(asset, by, now);
          expect(ahead.reduce((total, { cents }) => total + cents, 0)).toBe(
            standing(asset.movements),
          );
        }
      }),
    );
  });

  test("months in which nothing happens keep what stands", () => {
    const life = lifeOf(contract({ startsOn: "2026-06-01" }), policyOf({ amortise: { new: 24 } }));
    const from = monthNumber("2026-01-01");
    expect(
      movementsOf({
        life,
        by: "month",
        costs: new Map(),
        openingCents: 10,
        from,
        through: from + 2,
      }),
    ).toEqual([]);
  });
});
