import { expect, test } from "vitest";
import { type Balanced, balanceArithmetic } from "../../pipelines/compensation/balance-words.ts";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { anybody } from "../../src/compensation/person.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { creditOf, onePlan } from "./plan.ts";

/** What the lines of Ann's balances say, each with its cause and month. */
function told(terms: string, credits: readonly Credit[], leaves: string | null = null) {
  const plan = onePlan("quota: none, rate: 1", terms);
  const people = [{ ...anybody("ann"), until: leaves }];
  const { lines, statements } = pricePlan({ plan, credits, people });
  return lines
    .filter(({ component }) => component === null)
    .map((line) => {
      const { cause, payPeriod, baseCents, rate, amountCents } = line;
      const statement = statements.find((one) => one.payPeriod.label === payPeriod.label);
      const row: Balanced = {
        cause,
        period: payPeriod.period,
        period_start: payPeriod.periodStart,
        earned_on: line.date,
        base_cents: baseCents,
        rate: rate === null ? null : rate.valueOf(),
        amount_cents: amountCents,
        currency: "USD",
        period_earned_cents: statement?.earned ?? null,
        topped_up_cents: statement?.toppedUp ?? null,
        owed_before_cents: statement?.owedBefore ?? 0,
        taken_over_cents: 0,
        handed_over_cents: 0,
        owed_after_cents: statement?.owedAfter ?? 0,
      };
      return `${cause} ${payPeriod.label}: ${balanceArithmetic(row)}`;
    });
}

const at = (cents: number, date: string) => creditOf(cents, { date });

test("a draw is told by the days that it is for, less what was earned, with what is owed then", () => {
  const draw = "draw: {kind: recoverable, amount: 310, until: 2026-02-14}";
  const credits = [at(10_000, "2026-01-10"), at(1_000, "2026-02-10"), at(50_000, "2026-03-10")];
  expect(told(draw, credits)).toEqual([
    "draw 2026-01: a draw of 310.00 a month, less 100.00 earned = 210.00, 0.00 owed before, 210.00 after",
    "draw 2026-02: a draw of 310.00 a month × 14 of 28 days = 155.00, less 10.00 earned = 145.00, 210.00 owed before, 355.00 after",
    "recovered 2026-03: 355.00 owed before − 355.00 = 0.00 after",
  ]);
});

test("a draw that is never asked back leaves nothing owed", () => {
  const draw = "draw: {kind: non_recoverable, amount: 310}";
  expect(told(draw, [at(10_000, "2026-01-10")])).toEqual([
    "draw 2026-01: a draw of 310.00 a month, less 100.00 earned = 210.00",
  ]);
});

test("pay under zero is told as carried forward or written off", () => {
  const credits = [at(-5_000, "2026-01-10"), at(20_000, "2026-02-10")];
  expect(told("", credits)).toEqual([
    "carried 2026-01: −50.00 earned, 50.00 carried forward, 0.00 owed before, 50.00 after",
    "recovered 2026-02: 50.00 owed before − 50.00 = 0.00 after",
  ]);
  expect(told("negative_pay: floored", credits)).toEqual([
    "carried 2026-01: −50.00 earned, 50.00 written off",
  ]);
});

test("what somebody owes who leaves is told as written off where the plan doesn't recover it", () => {
  const terms =
    "draw: {kind: recoverable, amount: 310, until: 2026-01-31}\nleavers: {recover_draw: false}";
  const credits = [at(10_000, "2026-01-10"), at(1_000, "2026-02-10")];
  expect(told(terms, credits, "2026-02-20").slice(1)).toEqual([
    "carried 2026-02: 10.00 earned, 210.00 written off, 210.00 owed before, 0.00 after",
    "recovered 2026-02: 210.00 owed before − 210.00 = 0.00 after",
  ]);
});

test("a guarantee of who leaves is told by their days, with what was recovered or written off", () => {
  const guarantee = "draw: {kind: non_recoverable, amount: 310}";
  // 250.00 taken back leave 250.00 owed, and 14 of 28 days 155.00 to be paid at least
  const last = (cents: number, terms = guarantee) => {
    const credits = [at(-25_000, "2026-01-10"), at(cents, "2026-02-10")];
    return told(terms, credits, "2026-02-14").slice(1);
  };
  const days = "a draw of 310.00 a month × 14 of 28 days = 155.00";
  expect(last(1_000)).toEqual([
    `draw 2026-02: ${days}, less 10.00 earned, of which 10.00 was recovered, = 155.00, 250.00 owed before, 240.00 after`,
    "recovered 2026-02: 250.00 owed before − 10.00 = 240.00 after",
  ]);
  const forgiving = `${guarantee}\nleavers: {recover_draw: false}`;
  const back = "recovered 2026-02: 250.00 owed before − 250.00 = 0.00 after";
  expect(last(1_000, forgiving)).toEqual([
    `draw 2026-02: ${days}, less 10.00 earned, with 250.00 written off = 395.00, 250.00 owed before, 0.00 after`,
    back,
  ]);
  expect(last(20_000, forgiving)).toEqual([
    `draw 2026-02: 200.00 earned, no less than ${days}, with 250.00 written off, 250.00 owed before, 0.00 after`,
    back,
  ]);
});
