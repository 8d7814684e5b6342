import { describe, expect, test } from "vitest";
import { load } from "../workspaces/build.ts";
import { companyFile, csv, deal, firstDrop, small, withDeals, won } from "../workspaces/small.ts";

/** Units of a currency per one of the company's, from a date on. */
const rate = (date: string, currency: string, per: number) => ({
  date,
  currency,
  per_company_currency: per,
});
const amounts = "select opportunity_id, amount_minor, amount_cents from opportunity order by 1";
const inCurrency = (CurrencyIsoCode: string, Amount: string) => ({ CurrencyIsoCode, Amount });

describe("in a company of dollars", () => {
  test("a closed deal converts at its close date's rate, an open one at the as-of's", async () => {
    const euros = inCurrency("EUR", "100.00");
    const { all } = await load({
      ...withDeals(
        won("D1", { ...euros, CloseDate: "2026-03-20" }),
        deal("D2", euros),
        won("D3", { ...euros, CloseDate: "2025-11-30" }),
        won("D4", { ...euros, CloseDate: "2026-06-01" }),
      ),
      "plans/rates.csv": csv(
        rate("2026-06-01", "EUR", 0.5),
        rate("2026-01-01", "EUR", 0.8),
        rate("2026-07-01", "EUR", 0.1), // not yet known
      ),
    });
    expect(await all(amounts)).toEqual([
      { opportunity_id: "D1", amount_minor: 10_000, amount_cents: 12_500 }, // 100 / 0.8
      { opportunity_id: "D2", amount_minor: 10_000, amount_cents: 20_000 }, // 100 / 0.5
      { opportunity_id: "D3", amount_minor: 10_000, amount_cents: 12_500 }, // the first one known
      { opportunity_id: "D4", amount_minor: 10_000, amount_cents: 20_000 }, // from its first day
    ]);
  });

  test("yen have no minor unit and dinars have a thousandth", async () => {
    const { all } = await load({
      ...withDeals(
        won("D1", inCurrency("JPY", "15,000")),
        won("D2", inCurrency("KWD", "12.345")),
        won("D3", inCurrency("usd", "0.005")),
        won("D4", inCurrency("", "")),
      ),
      "plans/rates.csv": csv(rate("2026-01-01", "JPY", 150), rate("2026-01-01", "KWD", 0.3)),
    });
    expect(await all(amounts)).toEqual([
      { opportunity_id: "D1", amount_minor: 15_000, amount_cents: 10_000 }, // 15,000 / 150
      { opportunity_id: "D2", amount_minor: 12_345, amount_cents: 4115 }, // 12.345 / 0.3
      { opportunity_id: "D3", amount_minor: 1, amount_cents: 1 }, // half a cent, away from zero
      { opportunity_id: "D4", amount_minor: null, amount_cents: null },
    ]);
  });
});

describe("in a company of another currency", () => {
  test.each([
    ["JPY", 0, "USD", "10.00", 0.01, 1000], // 10 / 0.01 yen
    ["KWD", 3, "USD", "10.00", 3.2, 3125], // 10 / 3.2 = 3.125 dinars
    ["KWD", 3, "JPY", "480", 480, 1000],
  ])("%s, with %i decimals, %s %s at %d is %i minor units", async (own, digits, ...deals) => {
    const [currency, amount, per, cents] = deals;
    const { all, column } = await load({
      ...withDeals(won("D1", inCurrency(currency, amount)), won("D2", inCurrency(own, "7"))),
      "company.yaml": companyFile().replace("USD", own),
      "plans/rates.csv": csv(rate("2026-01-01", currency, per)),
    });
    expect(await column("select amount_cents from opportunity order by opportunity_id")).toEqual([
      cents,
      7 * 10 ** digits,
    ]);
    expect(await all("select currency, currency_digits from run")).toEqual([
      { currency: own, currency_digits: digits },
    ]);
  });
});

test("a deal's versions convert at the rate of the deal", async () => {
  const euros = { Amount: "80.00", CurrencyIsoCode: "EUR" };
  const change = (Id: string, OpportunityId: string, CreatedDate: string, changes = {}) => ({
    Id,
    OpportunityId,
    StageName: "Proposal",
    CreatedDate,
    ...euros,
    ...changes,
  });
  const { all } = await load({
    ...withDeals(won("won", { ...euros, CloseDate: "2026-03-20" }), deal("open", euros)),
    [`${firstDrop}/OpportunityHistory.csv`]: csv(
      change("H1", "won", "2026-01-05T10:00:00.000Z", { Amount: "40.00" }),
      change("H2", "won", "2026-03-20T10:00:00.000Z", { StageName: "Closed Won" }),
      change("H3", "open", "2026-01-05T10:00:00.000Z"),
    ),
    "plans/rates.csv": csv(rate("2026-01-01", "EUR", 0.8), rate("2026-06-01", "EUR", 0.5)),
  });
  const versions = `select opportunity_id, version, opportunity_version.amount_cents,
      opportunity.amount_cents as now_cents, rate_date
    from opportunity_version join opportunity using (opportunity_id)
    order by opportunity_id, version`;
  const held = { opportunity_id: "won", now_cents: 10_000, rate_date: "2026-03-20" };
  expect(await all(versions)).toEqual([
    {
      opportunity_id: "open",
      version: 1,
      amount_cents: 16_000, // 80 / 0.5, the as-of's
      now_cents: 16_000,
      rate_date: "2026-06-30",
    },
    { ...held, version: 1, amount_cents: 5000 }, // 40 / 0.8, as the deal itself
    { ...held, version: 2, amount_cents: 10_000 },
  ]);
});

test("at par an amount keeps every digit, whatever its size", async () => {
  const { column } = await load({
    ...withDeals(won("D1", inCurrency("KWD", "90071992547409.935"))), // beyond 2 ** 53 fils
    "plans/rates.csv": csv(rate("2026-01-01", "KWD", 1)),
  });
  // half a cent, away from zero
  const cents = "select amount_cents::varchar from opportunity";
  expect(await column(cents)).toEqual(["9007199254740994"]);
});

test("line items, quotas, invoices and payments convert at the rates of their own dates", async () => {
  const euros = { currency: "EUR", amount: "80" };
  const { column } = await load({
    ...withDeals(won("D1", inCurrency("EUR", "80.00"))),
    [`${firstDrop}/OpportunityLineItem.csv`]: csv({
      Id: "L1",
      OpportunityId: "D1",
      Product2Id: "P1",
      Quantity: 2,
      TotalPrice: "80.00",
      CurrencyIsoCode: "EUR",
    }),
    "plans/rates.csv": csv(rate("2026-01-01", "EUR", 0.8), rate("2026-06-01", "EUR", 0.5)),
    "plans/quotas.csv": csv(
      { entity_type: "rep", entity_id: "ann", period: "2026-03", ...euros },
      { entity_type: "rep", entity_id: "ann", period: "2026-06", ...euros },
    ),
    "finance/invoices.csv": csv({ invoice_id: "I1", issued_on: "2026-03-25", ...euros }),
    "finance/payments.csv": csv({
      payment_id: "P1",
      invoice_id: "I1",
      paid_on: "2026-06-02",
      ...euros,
    }),
  });
  expect(await column("select amount_cents from opportunity_line")).toEqual([10_000]);
  expect(await column("select quota_cents from quota order by period_start")).toEqual([
    10_000, 16_000,
  ]);
  expect(await column("select amount_cents from invoice")).toEqual([10_000]);
  expect(await column("select amount_cents from payment")).toEqual([16_000]);
});

test("a currency without a rate stops the load wherever it is used", async () => {
  const amount = "1";
  const invoice = { invoice_id: "I", issued_on: "2026-04-01" };
  const payment = { payment_id: "P", invoice_id: "I", paid_on: "2026-05-01" };
  const subscription = { subscription_id: "S", start: "2026-04-01" };
  const loading = load({
    ...small,
    "finance/payments.csv": csv({ ...payment, amount, currency: "NOK" }),
    "finance/invoices.csv": csv({ ...invoice, amount, currency: "SEK" }),
    "finance/subscriptions.csv": csv({ ...subscription, currency: "DKK" }),
    "plans/budget.csv": csv({
      period: "FY26",
      category: "tools",
      kind: "budget",
      amount,
      currency: "CHF",
    }),
  });
  await expect(loading).rejects.toThrow(
    "missing rate: CHF\nmissing rate: DKK\nmissing rate: NOK\nmissing rate: SEK",
  );
});
