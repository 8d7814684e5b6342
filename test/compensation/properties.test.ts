import fc from "fast-check";
import { expect, test } from "vitest";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { type Share, splitCents } from "../../src/compensation/credit/split.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { settlePeriod } from "../../src/compensation/settle/draw.ts";
import { creditOf, earned, onePlan } from "./plan.ts";

// what holds of every plan and every list of credits

const bounds = fc
  .uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 3 })
  .map((percents) => [0, ...percents.sort((a, b) => a - b).map((percent) => percent / 100)]);
const rates = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 4, maxLength: 4 });

/** Tiers in flow style, of rates with three decimals. */
const tiers = fc
  .tuple(bounds, rates)
  .map(
    ([from, thousandths]) =>
      `[${from.map((bound, at) => `{from: ${bound}, rate: ${(thousandths[at] ?? 0) / 1000}}`).join(", ")}]`,
  );

const curve = fc
  .tuple(bounds, fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 }))
  .filter(([at]) => at.length > 1)
  .map(([ats, steps]) => {
    let pays = 0;
    const points = ats.map((at, index) => {
      pays += index === 0 ? 0 : (steps[index] ?? 0);
      return `{at: ${at}, pays: ${pays / 100}}`;
    });
    return `{rule: curve, points: [${points.join(", ")}], beyond: extend}`;
  });

const tiered = (rule: string) => tiers.map((text) => `{rule: ${rule}, tiers: ${text}}`);
const rule = fc.oneof(
  fc.integer({ min: 0, max: 1000 }).map((thousandths) => `${thousandths / 1000}`),
  tiered("marginal"),
  tiered("slab"),
  tiered("overage"),
  fc
    .tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 1000 }))
    .map(([at, rate]) => `{rule: cliff, threshold: ${at / 100}, rate: ${rate / 1000}}`),
  curve,
);
const quota = fc
  .integer({ min: 1, max: 2_000_000 })
  .map((cents) => `quota: ${cents / 100}, target_pay: 777.77`);
const component = fc.tuple(quota, rule).map(([basis, rate]) => `${basis}, rate: ${rate}`);

const day = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(
    ([month, date]) => `2026-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`,
  );
const amounts = fc.array(fc.tuple(fc.integer({ min: 0, max: 900_000 }), day), {
  minLength: 1,
  maxLength: 8,
});
const creditsOf = (deals: readonly (readonly [number, string])[]) =>
  deals.map(([cents, date], at) => creditOf(cents, { date, creditId: `c${at}` }));

const total = (text: string, credits: readonly Credit[]) => earned(onePlan(text), credits).total;

test("one credit of the sum pays what the credits pay one by one", () => {
  fc.assert(
    fc.property(component, amounts, (text, deals) => {
      const sum = deals.reduce((all, [cents]) => all + cents, 0);
      expect(total(text, [creditOf(sum)])).toBe(total(text, creditsOf(deals)));
    }),
  );
});

test("neither the order of credits nor their order within a day changes a line", () => {
  fc.assert(
    fc.property(component, amounts, fc.func(fc.integer()), (text, deals, keyOf) => {
      const credits = creditsOf(deals);
      const shuffled = [...credits].sort((a, b) => keyOf(a.creditId) - keyOf(b.creditId));
      const plan = onePlan(text);
      expect(pricePlan({ plan, credits: shuffled })).toEqual(pricePlan({ plan, credits }));
      const oneDay = credits.map((credit) => ({ ...credit, date: "2026-05-05" }));
      const renamed = oneDay.map((credit, at) => ({ ...credit, creditId: `z${99 - at}` }));
      expect(total(text, renamed)).toBe(total(text, oneDay));
    }),
  );
});

test("statements pay the sum of their lines", () => {
  const draws = fc.constantFrom(
    "",
    "draw: {kind: recoverable, amount: 50}",
    "draw: {kind: non_recoverable, amount: 50}",
    "caps: {period: 40, year: 90}",
  );
  fc.assert(
    fc.property(component, draws, amounts, (text, draw, deals) => {
      const { lines, statements } = pricePlan({
        plan: onePlan(text, draw),
        credits: creditsOf(deals),
      });
      const paid = statements.reduce((sum, one) => sum + one.paid, 0);
      expect(lines.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(paid);
    }),
  );
});

test("what is taken back under recompute leaves what the other deals pay", () => {
  fc.assert(
    fc.property(component, amounts, fc.nat(), (text, deals, pick) => {
      const credits = creditsOf(deals);
      const taken = credits[pick % credits.length];
      if (taken === undefined || taken.amountCents === 0) return;
      const back = creditOf(-taken.amountCents, { date: "2026-12-30", reverses: taken.creditId });
      const others = credits.filter((credit) => credit !== taken);
      expect(total(`${text}, reversal: recompute`, [...credits, back])).toBe(
        others.length === 0 ? 0 : total(text, others),
      );
    }),
  );
});

test("deals that are all taken back pay nothing, in whatever parts and by either way", () => {
  const reversal = fc.constantFrom("original_line", "recompute", "{lowers_attainment: false}");
  fc.assert(
    fc.property(
      component,
      reversal,
      amounts,
      fc.integer({ min: 1, max: 3 }),
      (text, how, deals, parts) => {
        const credits = creditsOf(deals).filter(({ amountCents }) => amountCents > 0);
        const back = credits.flatMap(({ amountCents, creditId }) => {
          const part = Math.floor(amountCents / parts);
          const amounts = Array.from({ length: parts }, (_, at) =>
            at === parts - 1 ? amountCents - part * (parts - 1) : part,
          );
          return amounts
            .filter((cents) => cents > 0)
            .map((cents) => creditOf(-cents, { date: "2026-12-30", reverses: creditId }));
        });
        if (credits.length === 0) return;
        // a curve's first point is paid once for all deals: it goes when attainment falls below it
        if (how.startsWith("{") && text.includes("curve")) return;
        expect(total(`${text}, reversal: ${how}`, [...credits, ...back])).toBe(0);
      },
    ),
  );
});

test("ten times the credit on ten times the quota pays ten times as much, within a cent's rounding", () => {
  fc.assert(
    fc.property(tiers, fc.integer({ min: 1, max: 200_000 }), amounts, (text, cents, deals) => {
      const rule = (scale: number) =>
        `quota: ${(cents * scale) / 100}, rate: {rule: marginal, tiers: ${text}}`;
      const tenfold = deals.map(([amount, date]) => [amount * 10, date] as const);
      const [one, ten] = [total(rule(1), creditsOf(deals)), total(rule(10), creditsOf(tenfold))];
      expect(Math.abs(ten - 10 * one)).toBeLessThanOrEqual(5);
    }),
  );
});

test("a curve never pays less for more", () => {
  fc.assert(
    fc.property(quota, curve, fc.nat(2_000_000), fc.nat(2_000_000), (basis, rate, a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)].map((cents) =>
        total(`${basis}, rate: ${rate}`, [creditOf(cents)]),
      );
      expect(less).toBeLessThanOrEqual(more ?? 0);
    }),
  );
});

test("splits conserve every cent, whoever comes first", () => {
  const shares = fc
    .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 6 })
    .map((parts) =>
      parts.map((part, at): Share => ({ repId: `p${at}`, credit: part / 1000, pay: 0 })),
    );
  fc.assert(
    fc.property(shares, fc.integer({ min: -1e9, max: 1e9 }), (all, cents) => {
      const parts = splitCents(cents, all, "credit");
      const sum = [...parts.values()].reduce((a, b) => a + b, 0);
      const thousandths = all.reduce((a, { credit }) => a + Math.round(credit * 1000), 0);
      expect(Math.abs(sum - (cents * thousandths) / 1000)).toBeLessThanOrEqual(0.5);
      const reversed = splitCents(cents, [...all].reverse(), "credit");
      for (const share of all) expect(reversed.get(share)).toBe(parts.get(share));
    }),
  );
});

test("ten percent over any number of people is ten percent for each", () => {
  // not 10, 5, 3.33, 2.5 (formulas.md, trap 6)
  for (const people of [1, 2, 3, 7]) {
    const shares = Array.from({ length: people }, (_, at) => ({
      repId: `p${at}`,
      credit: 0.1,
      pay: 0.1,
    }));
    expect([...splitCents(10_000, shares, "pay").values()]).toEqual(shares.map(() => 1000));
  }
});

test("balances roll forward", () => {
  const money = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    fc.property(
      fc.array(money, { maxLength: 12 }),
      fc.nat(500_000),
      fc.constantFrom("recoverable" as const, "non_recoverable" as const),
      (months, draw, kind) => {
        let owed = 0;
        for (const cents of months) {
          const one = settlePeriod({ earned: cents, draw, kind, owed, negativePay: "carried" });
          expect(owed + one.advanced - one.recovered).toBe(one.owedAfter);
          expect(one.paid).toBe(cents + one.toppedUp + one.advanced - one.recovered);
          expect(one.owedAfter).toBeGreaterThanOrEqual(0);
          owed = one.owedAfter;
        }
      },
    ),
  );
});
