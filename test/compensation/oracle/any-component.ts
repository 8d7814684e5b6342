import fc from "fast-check";
import { anyRate } from "./any-rate.ts";

// components as a plan file has them, each alone; what they say of one another is any-plan's

const money = (most: number) => fc.integer({ min: 1, max: most }).map((cents) => cents / 100);
/** Mostly not said: plans say a few things at once, and shrink to fewer. */
export const rarely = <T>(arbitrary: fc.Arbitrary<T>, of = 5): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: of - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** Said in two of three. */
export const often = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary });

const grain = fc.constantFrom("year", "quarter", "month");

/** A number, or numbers by date. */
const dated = (most: number) =>
  fc.oneof(
    money(most),
    fc.constantFrom(most / 1000, most / 400, most / 200),
    fc
      .tuple(
        fc.uniqueArray(fc.constantFrom("2025-12-01", "2026-02-11", "2026-03-15", "2026-07-01"), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.array(money(most), { minLength: 3, maxLength: 3 }),
      )
      .map(([days, amounts]) =>
        days.sort().map((from, at) => ({ from, amount: amounts[at] ?? 1 })),
      ),
  );

const where = fc.record({
  types: rarely(fc.constantFrom("new", ["New", "renewal"])),
  products: rarely(fc.constantFrom("gold", ["Silver ", "gold"])),
  not_products: rarely(fc.constantFrom("silver", "bronze")),
  min_amount: rarely(money(100_000)),
  max_amount: rarely(fc.constantFrom(1000, 2500.5)),
  until: rarely(fc.constantFrom("2026-03-01", "2026-05-31")),
  from: rarely(fc.constantFrom("2026-01-20", "2026-03-01")),
  first: rarely(fc.integer({ min: 1, max: 3 }), 3),
});

const spiff = fc.record({
  from: fc.constantFrom("2026-01-10", "2026-02-01"),
  until: fc.constantFrom("2026-03-20", "2026-04-30", "2027-01-15"),
});

const paid = fc.constantFrom(
  { booking: 0.5, cash: 0.5 },
  { booking: 0.1, cash: 0.9 },
  { cash: 1 },
  "cash",
  "invoice",
  { booking: 0.25, invoice: 0.25, cash: 0.5 },
  { invoice: 1 },
);

export const anyComponent = fc
  .constantFrom("bookings", "bookings", "bookings", "margin", "units", "new_customers")
  .chain((measure) => {
    const isCounted = measure === "units" || measure === "new_customers";
    const quotas = isCounted ? 2000 : 400_000;
    return fc.record({
      measure: fc.constant<string>(measure),
      level: rarely(fc.constantFrom(0.25, 0.4, 0.5), 10),
      credit: rarely(fc.constantFrom(["owner"], ["owner", "split", "overlay"], ["split"])),
      where: rarely(where, 3),
      spiff,
      less_share_of_amount: rarely(fc.constantFrom(0.1, 0.155)),
      target_share: rarely(fc.constantFrom(0.3, 1), 2),
      target_pay: dated(2_000_000),
      quota: fc.oneof(
        fc.constant("none"),
        fc.constantFrom(undefined, { of: "team" }),
        dated(quotas),
        dated(quotas),
      ),
      period: grain,
      prorate: rarely(fc.constant(false), 3),
      rate: anyRate(isCounted),
      threshold: rarely(fc.constantFrom(0.25, 0.5, 1)),
      caps: rarely(
        fc.record({
          line: rarely(money(50_000), 3),
          period: often(money(80_000)),
          year: often(money(200_000)),
          attainment: rarely(fc.constantFrom(0.5, 1, 1.25, 2), 3),
        }),
        2,
      ),
      weights: rarely(
        fc.array(
          fc.record({
            where: fc.constantFrom<object>({ products: "gold" }, { types: "new" }, {}),
            times: fc.constantFrom(0, 0.5, 1.2),
          }),
          { minLength: 1, maxLength: 2 },
        ),
      ),
      paid: rarely(paid, 3),
      hold_days: rarely(fc.constantFrom(1, 10, 30, 90)),
      reversal: fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(undefined, "recompute") },
        {
          weight: 3,
          arbitrary: fc.record({
            within_days: rarely(fc.constantFrom(20, 60), 2),
            lowers_attainment: rarely(fc.constant(false), 2),
            returns: rarely(fc.constant("recompute"), 2),
          }),
        },
      ),
      budget: rarely(
        fc.record({ amount: money(100_000), use: fc.constantFrom("first_come", "pro_rata") }),
      ),
      pool: rarely(fc.record({ share_by: fc.constantFrom("even", "earnings", "credit") })),
    });
  });

export type AnyComponent = typeof anyComponent extends fc.Arbitrary<infer Drawn> ? Drawn : never;
