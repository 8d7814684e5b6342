import { beforeAll, describe, expect, test } from "vitest";
import type { Loaded } from "../workspaces/build.ts";
import { csv, lost, won } from "../workspaces/small.ts";
import { accounts, compared, deals, exported, tasks, unlost } from "./company.ts";

describe("deals of two accounts, some with activities", () => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await compared({ ...accounts, ...deals, ...tasks });
  });
  const ask = (sql: string) => loaded.all<Record<string, unknown>>(sql);

  test("are compared over four complete quarters and over all history", async () => {
    expect(await ask("select * from win_span order by span")).toEqual([
      { span: "all", starts: "2024-10-01", ends: "2026-06-30", quarters: null },
      { span: "recent", starts: "2025-07-01", ends: "2026-06-30", quarters: 4 },
    ]);
    const counts =
      "select span, won_count, lost_count from win_board where scope = 'all' order by 1";
    expect(await ask(counts)).toEqual([
      { span: "all", won_count: 4, lost_count: 2 },
      { span: "recent", won_count: 3, lost_count: 2 },
    ]);
  });

  test("count by what an account is and where a deal came from", async () => {
    const cells = (dimension: string) =>
      ask(`select value, won_count, lost_count from win_cell
        where span = 'recent' and scope = 'all' and dimension = '${dimension}' order by value`);
    const [big, tiny] = [
      { won_count: 2, lost_count: 1 },
      { won_count: 1, lost_count: 1 },
    ];
    expect(await cells("segment")).toEqual([
      { value: "Large", ...big },
      { value: "Small", ...tiny },
    ]);
    expect(await cells("employees")).toEqual([
      { value: "1 to 49", ...tiny },
      { value: "5,000 or more", ...big },
    ]);
    expect(await cells("lead_source")).toEqual([
      { value: "Fair", won_count: 1, lost_count: 0 },
      { value: "Web", won_count: 1, lost_count: 0 },
      { value: "unassigned", won_count: 1, lost_count: 2 },
    ]);
  });

  // W1 30 days and 3,000, W2 30 days and 1,000: means of 30 days and 2,000
  test("have a win rate with Wilson's range, and means of size and cycle", async () => {
    const [row] = await ask(`select * from win_estimate
      where span = 'recent' and scope = 'all' and dimension = 'segment' and value = 'Large'`);
    expect(row).toMatchObject({
      status: "ok",
      win_rate: 2 / 3,
      size_cents: 200_000,
      cycle_days: 30,
    });
    // 2 of 3 by the formula: (2/3 + z²/6 ± z·√(2/27 + z²/36)) / (1 + z²/3), z = 1.959964
    expect(row?.lower_rate).toBeCloseTo(0.2077, 4);
    expect(row?.upper_rate).toBeCloseTo(0.9385, 4);
  });

  // one call and one email on one day, a call on another; the email after the win doesn't count
  test("took activities up to their close, and a rep-day for each day of work", async () => {
    const [row] = await ask("select * from win_deal where opportunity_id = 'W1'");
    expect(row).toMatchObject({
      activity_count: 3,
      call_count: 2,
      email_count: 1,
      meeting_count: 0,
    });
    expect(row).toMatchObject({ contact_minutes: 30, rep_days: 2 });
    expect(
      await loaded.column("select rep_days from win_deal where opportunity_id = 'W2'"),
    ).toEqual([0]);
  });

  // Large took 3 of 4 activities and won 4,000 of 4,600
  test("bring a share of value for a share of effort", async () => {
    const [row] = await ask(`select * from win_yield where span = 'recent' and scope = 'all'
      and dimension = 'segment' and value = 'Large' and measure = 'activities'`);
    expect(row?.effort_rate).toBeCloseTo(0.75, 12);
    expect(row?.value_rate).toBeCloseTo(4000 / 4600, 12);
    expect(row?.yield).toBeCloseTo(4000 / 4600 / 0.75, 12);
  });

  test("are lost for a reason and to a competitor, by count and amount", async () => {
    const losses = await ask(`select explanation, value, lost_count, lost_amount_cents
      from win_loss where span = 'recent' and scope = 'all' order by all`);
    expect(losses).toEqual([
      { explanation: "competitor", value: "Acorn", lost_count: 1, lost_amount_cents: 200_000 },
      { explanation: "competitor", value: "unassigned", lost_count: 1, lost_amount_cents: null },
      { explanation: "reason", value: "Price", lost_count: 2, lost_amount_cents: 200_000 },
    ]);
  });

  test("agree with the KPIs of their segment over the same quarters", async () => {
    const summed = await ask(`select entity_id as value, sum(numerator)::bigint as won,
        sum(denominator)::bigint as decided
      from kpi join win_span on span = 'recent'
      where metric = 'win_rate' and entity_type = 'segment' and period = 'quarter'
        and view = 'as_is' and period_start between starts and ends
      group by entity_id order by entity_id`);
    const compared = await ask(`select value, won_count as won, won_count + lost_count as decided
      from win_cell where span = 'recent' and scope = 'all' and dimension = 'segment' order by value`);
    expect(summed).toEqual(compared);
  });
});

test("without activities effort is unknown, never zero, but for the days that deals were open", async () => {
  const { all, column } = await compared({ ...accounts, ...deals });
  expect(await column("select distinct activity_count from win_cell")).toEqual([null]);
  expect(await column("select distinct measure from win_yield")).toEqual(["open_days"]);
  expect(await all("from win_retention")).toEqual([]);
  expect(await all("from win_lead")).toEqual([]);
});

test("values with fewer deals than the minimum are counted and not estimated", async () => {
  const { all } = await compared({ ...accounts, ...deals, ...tasks }, 3);
  const rows = await all(`select value, status, won_count, win_rate, size_cents from win_estimate
    where span = 'recent' and scope = 'all' and dimension = 'segment' order by value`);
  expect(rows).toEqual([
    { value: "Large", status: "ok", won_count: 2, win_rate: 2 / 3, size_cents: 200_000 },
    { value: "Small", status: "too_few", won_count: 1, win_rate: null, size_cents: null },
  ]);
  const told = await all(`select value from win_yield
    where dimension = 'segment' and span = 'recent' and scope = 'all' and measure = 'activities'`);
  expect(told).toEqual([{ value: "Large" }]);
  expect(await all("from win_pair_estimate where won_count + lost_count < 3")).toEqual([]);
});

test("a deal's amount and effort are split by its products and sum to the deal", async () => {
  const { all } = await compared({
    ...accounts,
    ...deals,
    ...tasks,
    ...exported(
      "OpportunityLineItem",
      { Id: "I1", OpportunityId: "W1", Product2Id: "P1", Quantity: 1, TotalPrice: "2000.00" },
      { Id: "I2", OpportunityId: "W1", Product2Id: "P2", Quantity: 1, TotalPrice: "1000.00" },
    ),
  });
  const parts = await all(`select product_id, amount_cents, activity_count, open_days
    from win_deal_product where opportunity_id = 'W1' order by product_id`);
  expect(parts).toEqual([
    { product_id: "P1", amount_cents: 200_000, activity_count: 2, open_days: 20 },
    { product_id: "P2", amount_cents: 100_000, activity_count: 1, open_days: 10 },
  ]);
  // lines on one won deal of three, on no lost one: known too often for wins to compare by it
  const [product] = await all<{ is_comparable: boolean }>(`select is_comparable from win_dimension
    where dimension = 'product' and span = 'recent' and scope = 'all'`);
  expect(product?.is_comparable).toBe(false);
});

test("types of deals are scopes of their own", async () => {
  const { all } = await compared({
    ...accounts,
    ...exported(
      "Opportunity",
      won("W1", { Type: "New Business", ...unlost }),
      lost("L1", { Type: "New Business" }),
      won("W2", { Type: "Renewal" }),
      won("W3"),
    ),
  });
  const counts = "select scope, won_count, lost_count from win_board where span = 'all' order by 1";
  expect(await all(counts)).toEqual([
    { scope: "all", won_count: 3, lost_count: 1 },
    { scope: "new", won_count: 1, lost_count: 1 },
    { scope: "renewal", won_count: 1, lost_count: 0 },
  ]);
});

test("retention is what accounts pay at the end of what they paid at the start", async () => {
  const row = (id: string, account: string, from: string, to: string, amount: string) => ({
    subscription_id: id,
    account_id: account,
    start: from,
    end: to,
    monthly_amount: amount,
    currency: "USD",
  });
  const { all } = await compared({
    ...accounts,
    ...deals,
    // on 2025-06-30 A1 pays 100 and A2 50; on 2026-06-30 A1 pays 130, A2 nothing
    "finance/subscriptions.csv": csv(
      row("S1", "A1", "2024-07-01", "2026-06-29", "100"),
      row("S2", "A1", "2026-06-30", "2027-06-29", "130"),
      row("S3", "A2", "2025-01-01", "2025-12-31", "50"),
    ),
  });
  const kept = await all("select * from win_retention where dimension = 'segment' order by value");
  expect(kept).toMatchObject([
    {
      value: "Large",
      account_count: 1,
      kept_count: 1,
      opening_cents: 10_000,
      retained_cents: 10_000,
      closing_cents: 13_000,
    },
    {
      value: "Small",
      account_count: 1,
      kept_count: 0,
      opening_cents: 5_000,
      retained_cents: 0,
      closing_cents: 0,
    },
  ]);
});

test("leads count by source, and campaigns with what a won deal cost", async () => {
  const { all } = await compared({
    ...accounts,
    ...exported(
      "Opportunity",
      won("W1", { CampaignId: "C1", Amount: "900", ...unlost }),
      lost("L1", { CampaignId: "C1" }),
    ),
    ...exported("Campaign", {
      Id: "C1",
      Name: "Fair",
      Type: "Trade Show",
      StartDate: "2026-01-01",
      ActualCost: "500.00",
    }),
    ...exported(
      "Lead",
      {
        Id: "E1",
        LeadSource: "Web",
        CreatedDate: "2026-01-02",
        IsConverted: "true",
        ConvertedDate: "2026-01-05",
        ConvertedOpportunityId: "W1",
      },
      { Id: "E2", LeadSource: "Web", CreatedDate: "2026-02-01", IsConverted: "false" },
    ),
  });
  expect(await all("from win_lead where span = 'recent'")).toMatchObject([
    { lead_source: "Web", lead_count: 2, converted_count: 1, won_count: 1, open_count: 0 },
  ]);
  expect(await all("from win_campaign")).toMatchObject([
    {
      name: "Fair",
      is_recent: true,
      cost_cents: 50_000,
      deal_count: 2,
      won_count: 1,
      won_amount_cents: 90_000,
    },
  ]);
});
