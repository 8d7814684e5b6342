import { describe, expect, test } from "vitest";
import { load } from "../workspaces/build.ts";
import { csv, deal, withDeals, won } from "../workspaces/small.ts";

describe("what is kept or rejected, with a trace", () => {
  test("an unparsable amount or date is rejected with its line, its column as headed and its value", async () => {
    const { all, column } = await load(
      withDeals(
        deal("D1"),
        deal("D2", { Amount: "12k" }),
        deal("D3", { CloseDate: "2026-02-30" }),
        deal("D4", { StageName: "" }),
        deal("D5", { Probability: "likely" }),
      ),
    );
    expect(await column("select opportunity_id from opportunity")).toEqual(["D1"]);
    const rejected =
      "select object, line, column_name, reason, value from rejected_row order by line";
    const of = (line: number, column_name: string, reason: string, value: string | null) => ({
      object: "opportunity",
      line,
      column_name,
      reason,
      value,
    });
    expect(await all(rejected)).toEqual([
      of(3, "Amount", "unparsable amount", "12k"),
      of(4, "CloseDate", "unparsable close date", "2026-02-30"),
      of(5, "StageName", "missing stage", null),
      of(6, "Probability", "unparsable probability", "likely"),
    ]);
  });

  test("an invoice, payment or subscription without its date is rejected", async () => {
    const money = { amount: "10", currency: "USD" };
    const { column } = await load({
      ...withDeals(deal("D1")),
      "finance/invoices.csv": csv({ invoice_id: "I1", issued_on: "", ...money }),
      "finance/payments.csv": csv({ payment_id: "P1", invoice_id: "I1", paid_on: "", ...money }),
      "finance/subscriptions.csv": csv({ subscription_id: "S1", start: "" }),
    });
    expect(await column("select reason from rejected_row order by object")).toEqual([
      "missing date of issue",
      "missing date of payment",
      "missing start",
    ]);
  });

  test("a date of a plan that can't be read rejects its row, which would hold or be known too early", async () => {
    const share = { opportunity_id: "D1", person_id: "ann", credit_share: "1" };
    const { all } = await load({
      ...withDeals(deal("D1")),
      "plans/splits.csv": csv(
        { ...share, effective_from: "2026-13-01" },
        { ...share, recorded_on: "soon" },
      ),
      "plans/budget.csv": csv({
        period: "FY26",
        category: "travel",
        amount: "1",
        kind: "actual",
        recorded_on: "soon",
      }),
      "plans/indicators.csv": csv({
        name: "gdp",
        date: "2026-01-01",
        value: "1",
        recorded_on: "soon",
      }),
    });
    const rejected = "select object, column_name, value from rejected_row order by object, line";
    expect(await all(rejected)).toEqual([
      { object: "budget", column_name: "recorded_on", value: "soon" },
      { object: "credit_split", column_name: "effective_from", value: "2026-13-01" },
      { object: "credit_split", column_name: "recorded_on", value: "soon" },
      { object: "indicator", column_name: "recorded_on", value: "soon" },
    ]);
  });

  test("reversed dates, negative amounts and unknown owners keep their row, with a finding", async () => {
    const { all } = await load(
      withDeals(
        won("D1", { CreatedDate: "2026-03-21" }),
        deal("D2", { Amount: "-5" }),
        deal("D3", { OwnerId: "U404" }),
      ),
    );
    expect(await all("select entity_id, line, finding, detail from finding order by line")).toEqual(
      [
        {
          entity_id: "D1",
          line: 2,
          finding: "reversed_dates",
          detail: "closed 2026-03-20, created 2026-03-21",
        },
        {
          entity_id: "D2",
          line: 3,
          finding: "negative_amount",
          detail: "amount below zero; kept as written",
        },
        {
          entity_id: "D3",
          line: 4,
          finding: "unknown_owner",
          detail: 'owner "U404" is on no list; counted as unassigned',
        },
      ],
    );
    const kept =
      "select opportunity_id, rep_id, amount_cents, cycle_days from opportunity order by 1";
    expect(await all(kept)).toEqual([
      { opportunity_id: "D1", rep_id: "ann", amount_cents: 100_000, cycle_days: -1 },
      { opportunity_id: "D2", rep_id: "ann", amount_cents: -500, cycle_days: null },
      { opportunity_id: "D3", rep_id: "unassigned", amount_cents: 100_000, cycle_days: null },
    ]);
    expect(await all("select team_id, region_id from rep where rep_id = 'unassigned'")).toEqual([
      { team_id: "unassigned", region_id: "unassigned" },
    ]);
  });
});
