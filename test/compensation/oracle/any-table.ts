import fc from "fast-check";
import { rarely } from "./any-component.ts";
import { type AnyPlan, anyPlan } from "./any-plan.ts";
import { later } from "./days.ts";
import type { Row } from "./table.ts";

// tables of credits as people keep them: shared deals, foreign currencies, refunds

const day = fc.noBias(fc.nat(200)).map((days) => later("2026-01-01", days));
const amount = fc.oneof(
  fc.nat(9_000_000).map((hundredths) => (hundredths / 100).toFixed(2)),
  fc.integer({ min: -9000, max: 9000 }).map(String),
  fc.nat(99_999).map((of) => (of / 1000).toFixed(3)),
);

/** Shares of a deal, in hundredths: of credit and of pay. */
const shares = fc.oneof(
  fc.constantFrom<readonly Share[]>(
    [["ann", "", ""]],
    [["ann", "1", ""]],
    [
      ["bob", "0.5", ""],
      ["ann", "0.5", ""],
    ],
    [
      ["cleo", "0.3333", "0.2"],
      ["ann", "0.3333", "0.4"],
      ["bob", "0.3334", "0.4"],
    ],
    [
      ["ann", "1", "0.25"],
      ["bob", "0", "0.75"],
    ],
    [
      ["ann", "", "0.65"],
      ["cleo", "", "0.35"],
    ],
  ),
  // sums to something else
  fc.constantFrom<readonly Share[]>(
    [
      ["ann", "0.6", ""],
      ["bob", "0.3", "0.1"],
    ],
    [
      ["bob", "1", "1"],
      ["ann", "0.125", "0.005"],
    ],
  ),
);
type Share = readonly [repId: string, split: string, paySplit: string];

const deal = fc.record({
  shares,
  date: day,
  amount,
  margin: amount,
  quantity: fc.nat(900).map((of) => (of / 100).toFixed(2)),
  currency: rarely(fc.constantFrom("EUR", "GBP", "JPY", "USD"), 2),
  product: rarely(fc.constantFrom("Gold", "silver"), 2),
  paidAfter: rarely(fc.nat(60), 2),
  hasId: fc.boolean(),
  lineOf: rarely(fc.nat(2), 2),
  role: rarely(fc.constantFrom("owner", "split", "overlay", "manager", "nobody"), 2),
  refund: rarely(fc.record({ after: fc.nat(90), isAll: fc.boolean() }), 3),
});
type Deal = typeof deal extends fc.Arbitrary<infer T> ? T : never;

const anyRows: fc.Arbitrary<readonly Row[]> = fc
  .array(deal, { minLength: 1, maxLength: 5 })
  .chain((deals) => fc.shuffledSubarray(rowsOf(deals), { minLength: 1 }));

function rowsOf(deals: readonly Deal[]): Row[] {
  return deals.flatMap((drawn, at) => {
    // a line of another deal stands on its day
    const whole = drawn.lineOf ?? at;
    const one = { ...drawn, date: deals[whole]?.date ?? drawn.date };
    return one.shares.flatMap(([rep_id, split, pay_split]) => {
      const sold = {
        rep_id,
        date: one.date,
        amount: one.amount,
        opportunity_id: `o${whole}`,
        line_id: drawn.lineOf === undefined ? "" : `l${at}`,
        credit_id: one.hasId ? `${rep_id} ${at}` : "",
        product: one.product ?? "",
        margin: one.margin,
        quantity: one.quantity,
        currency: one.currency ?? "",
        role: one.role ?? "",
        split,
        pay_split,
        paid_on: one.paidAfter === undefined ? "" : later(one.date, one.paidAfter),
      };
      return [sold, ...refundOf(one, sold)].map(filled);
    });
  });
}

function refundOf(
  { refund, amount, date }: Deal,
  sold: Record<"credit_id" | "opportunity_id", string>,
) {
  if (refund === undefined || Number(amount) <= 0) return [];
  const part = refund.isAll ? amount : (Number(amount) / 2).toFixed(2);
  const reverses = sold.credit_id || sold.opportunity_id;
  return [
    { ...sold, date: later(date, refund.after), amount: `-${part}`, credit_id: "", reverses },
  ];
}

const filled = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, one]) => one));

/** A plan that knows the currencies of tables. */
const withRates = (plan: AnyPlan): AnyPlan => ({
  ...plan,
  effective_from: "2026-01-01",
  effective_until: undefined,
  split_total: "any",
  exchange_rates: {
    ...(plan.currency === "EUR" ? {} : { EUR: 1.0825 }),
    GBP: [
      { from: "2025-12-31", amount: 1.25 },
      { from: "2026-02-15", amount: 1.3333 },
    ],
    ...(plan.currency === "JPY" ? {} : { JPY: 0.0067 }),
    ...(plan.currency === undefined ? {} : { USD: 0.93 }),
  },
});

export const anyTableCase = fc.record({ entry: anyPlan.map(withRates), rows: anyRows });
