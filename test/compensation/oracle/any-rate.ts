import fc from "fast-check";

// every rate rule as a plan file has it, with bounds that credits can hit to the cent

// small numbers aren't more interesting than others here
const share = fc.noBias(fc.nat(400)).map((of) => of / 1000);
const times = fc.constantFrom(0, 0.5, 0.8, 1, 1.25, 1.5, 2.375, 3);

/** Bounds that rise from 0, in hundredths. */
const bounds = (bound: fc.Arbitrary<number>) =>
  fc
    .uniqueArray(fc.noBias(bound), { minLength: 1, maxLength: 3 })
    .map((all) => [0, ...all.sort((a, b) => a - b)].map((hundredths) => hundredths / 100));

/** Percents of a quota, often those at which plans cap attainment. */
const percent = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(50, 100, 125, 200));

/** How a rate is written; `rate` of a measure that is counted is money for a hundredth. */
const written = (isCounted: boolean, beside: fc.Arbitrary<object>) => {
  const perUnit = fc.record({ per_unit: fc.noBias(fc.nat(5000)).map((of) => of / 100) });
  return fc.oneof(isCounted ? perUnit : fc.record({ rate: share }), beside);
};

const ofTarget = fc.constant({ rate: "target" });
const multiple = fc.record({ times });
const baseRate = fc.option(fc.oneof(share, fc.constant("target")), { nil: undefined });

const tiered = (isCounted: boolean) =>
  fc
    .record({
      rule: fc.constantFrom("marginal", "slab", "slab", "overage"),
      byAmount: fc.boolean(),
      attained: bounds(percent),
      amounts: bounds(fc.integer({ min: 1, max: 400_000 })),
      rates: fc.array(written(isCounted, multiple), { minLength: 4, maxLength: 4 }),
      base_rate: isCounted ? fc.constant(undefined) : baseRate,
      reached_by: fc.constantFrom("own", "team", "team"),
    })
    .map(({ rule, byAmount, attained, amounts, rates, base_rate, reached_by }) => {
      const isTeam = rule === "slab" && reached_by === "team";
      const isAmount = rule !== "overage" && (isTeam || byAmount);
      const tiers = (isAmount ? amounts : attained).map((from, at) => ({ from, ...rates[at] }));
      return {
        rule,
        tiers,
        base_rate,
        ...(rule === "overage" ? {} : { bounds: isAmount ? "amount" : "attainment" }),
        ...(isTeam ? { reached_by } : {}),
      };
    });

const cliff = (isCounted: boolean) =>
  fc
    .record({
      rule: fc.constant("cliff"),
      byAmount: fc.boolean(),
      attained: fc.oneof(percent, fc.constant(0)),
      amount: fc.nat(300_000),
      rate: written(isCounted, ofTarget),
    })
    .map(({ rule, byAmount, attained, amount, rate }) => ({
      rule,
      bounds: byAmount ? "amount" : "attainment",
      threshold: (byAmount ? amount : attained) / 100,
      ...rate,
    }));

const flat = (isCounted: boolean) =>
  fc
    .record({
      rate: written(isCounted, ofTarget),
      times: fc.option(fc.constantFrom(0.5, 1.5), { nil: undefined }),
      exceptions: fc.array(
        fc.tuple(
          fc.oneof(
            fc.record({ products: fc.constantFrom("Gold", " silver") }),
            fc.record({ types: fc.constantFrom("new", "RENEWAL") }),
            fc.record({ min_amount: fc.nat(2000) }),
          ),
          written(isCounted, ofTarget),
        ),
        { maxLength: 2 },
      ),
    })
    .map(({ rate, times, exceptions }) => ({
      rule: "flat",
      ...rate,
      times,
      exceptions: exceptions.map(([where, other]) => ({ where, ...other })),
    }));

const curve = fc
  .record({
    bounds: fc.uniqueArray(fc.oneof(percent, fc.constant(0)), { minLength: 2, maxLength: 4 }),
    rises: fc.array(fc.nat(80), { minLength: 4, maxLength: 4 }),
    beyond: fc.constantFrom("flat", "extend"),
  })
  .map(({ bounds, rises, beyond }) => {
    let pays = 0;
    const points = bounds
      .sort((a, b) => a - b)
      .map((at, index) => {
        pays += at === 0 ? 0 : (rises[index] ?? 0);
        return { at: at / 100, pays: pays / 100 };
      });
    return { rule: "curve", points, beyond };
  });

export interface AnyRate {
  readonly rule: string;
  readonly reached_by?: string;
  readonly [key: string]: unknown;
}

export const anyRate = (isCounted: boolean): fc.Arbitrary<AnyRate> =>
  fc.oneof(
    { weight: 2, arbitrary: flat(isCounted) },
    { weight: 4, arbitrary: tiered(isCounted) },
    { weight: 1, arbitrary: cliff(isCounted) },
    { weight: 2, arbitrary: curve },
  );
