import fc from "fast-check";
import { type AnyComponent, anyComponent, often, rarely } from "./any-component.ts";
import { combinable, isFirstCome, withQuota } from "./combinable.ts";

// plans that are priced: what a plan file may not say together is left out of what is drawn

export type AnyPlan = Readonly<Record<string, unknown>>;

const names = ["A", "B", "C"];

/** Which components one looks at. */
const looks = fc.record({
  gates: rarely(
    fc.array(fc.record({ to: fc.nat(2), at_least: fc.constantFrom(0.3, 0.9, 1) }), {
      minLength: 1,
      maxLength: 2,
    }),
    3,
  ),
  multipliers: rarely(
    fc.array(
      fc.record({
        to: fc.nat(2),
        tiers: fc.constantFrom(
          [
            { from: 0, times: 0.9 },
            { from: 0.5, times: 1.1 },
          ],
          [
            { from: 0, times: 0 },
            { from: 0.25, times: 1 },
            { from: 1, times: 1.375 },
          ],
        ),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    3,
  ),
});

type Looks = typeof looks extends fc.Arbitrary<infer T> ? T : never;

const frame = fc.record({
  effective_from: fc.constantFrom(
    "2026-01-01",
    "2026-01-01",
    "2026-02-01",
    "2026-01-16",
    "2025-11-01",
  ),
  effective_until: rarely(fc.constantFrom("2026-12-31", "2026-06-17", "2027-01-31"), 2),
  currency: rarely(fc.constantFrom("EUR", "JPY", "KWD"), 4),
  fiscal_year_starts: rarely(fc.integer({ min: 1, max: 12 }), 3),
  on_target_earnings: rarely(fc.constantFrom(60_000, 33_333.33), 3),
  variable_share: rarely(fc.constantFrom(0.5, 0.333), 3),
  pays: fc.constantFrom("month", "month", "quarter", "year"),
  draw: rarely(
    fc.record({
      kind: fc.constantFrom("recoverable", "non_recoverable", "non_recoverable"),
      amount: fc.nat(60_000).map((cents) => cents / 100),
      until: rarely(fc.constantFrom("2026-03-17", "2026-12-31"), 2),
      months: rarely(fc.integer({ min: 1, max: 13 }), 2),
    }),
    3,
  ),
  negative_pay: rarely(fc.constant("floored"), 3),
  caps: rarely(
    fc.record({
      period: often(fc.constantFrom(100, 400, 1500.5)),
      year: often(fc.constantFrom(300, 4000)),
    }),
    3,
  ),
  leavers: rarely(
    fc.record({
      pay: fc.constantFrom("earned", "booked_by_last_day", "nothing"),
      recover_draw: fc.boolean(),
    }),
    2,
  ),
});

/** A plan entry, as written, that has no mistakes. */
export const anyPlan: fc.Arbitrary<AnyPlan> = fc
  .record({
    frame,
    components: fc.array(fc.tuple(anyComponent, looks), { minLength: 1, maxLength: 3 }),
  })
  .map(({ frame, components }) => ({ plan: "Any", ...frame, components: written(components) }));

function written(drawn: readonly (readonly [AnyComponent, Looks])[]) {
  const components = drawn.map(([component]) => combinable(component));
  const isLike = (a: number, b: number) =>
    b < components.length && !components[a]?.pool === !components[b]?.pool;
  const looking = drawn.map(([, { gates = [], multipliers = [] }], at) => ({
    // gates lead to components before, so that none leads in a circle
    gates: gates.filter(({ to }) => to < at && isLike(at, to) && !isFirstCome(components[at])),
    multipliers: multipliers.filter(({ to }) => isLike(at, to) && !isFirstCome(components[at])),
  }));
  const seen = new Set(
    looking.flatMap((one) => [...one.gates, ...one.multipliers]).map(({ to }) => to),
  );
  return components.map((component, at) => ({
    name: names[at],
    ...withQuota(component, seen.has(at)),
    gates: looking[at]?.gates.map(({ to, at_least }) => ({ component: names[to], at_least })),
    multipliers: looking[at]?.multipliers.map(({ to, tiers }) => ({ by: names[to], tiers })),
  }));
}
