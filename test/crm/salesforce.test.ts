import { beforeAll, describe, expect, test } from "vitest";
import type { Loaded } from "../workspaces/build.ts";
import { findingsOf, fixture, measured, yearOf } from "./fixture.ts";

/** 12,000 and 8,000.50 won, 5,000 lost; January 5 to March 10 is 64 days, February 1 to April 20 78. */
const year = {
  bookings: 2_000_050,
  won_count: 2,
  lost_count: 1,
  win_rate: 2 / 3,
  average_deal_size: 1_000_025,
  sales_cycle_days: 71,
};
const deals = `select status, stage, deal_type, probability_rate, forecast_category, amount_cents
  from opportunity order by opportunity_id`;
const open = {
  status: "open",
  stage: "Negotiation/Review",
  deal_type: "expansion",
  probability_rate: 0.65, // a CRM's 65
  forecast_category: "Commit",
  amount_cents: 2_000_000,
};

describe("a report export, with labels and with owners and accounts by name", () => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await measured(fixture("salesforce_report"));
  });

  test("gives the KPIs that its rows make by hand", async () => {
    expect(await yearOf(loaded, Object.keys(year))).toEqual(year);
    const dana = await yearOf(loaded, ["bookings"], ["rep", "Dana Ito"]);
    expect(dana).toEqual({ bookings: 1_200_000 });
    expect((await loaded.all(deals)).at(-1)).toEqual(open);
    const accounts = "select account_id from opportunity order by opportunity_id";
    expect(await loaded.column(accounts)).toEqual(["Globex", "Initech", "Umbrella", "Globex"]);
  });
});

describe("a warehouse's dump, with the API names in snake case", () => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await measured(fixture("salesforce_dump"));
  });

  test("gives the KPIs that its rows make by hand, and every file is used", async () => {
    expect(await yearOf(loaded, Object.keys(year))).toEqual(year);
    expect((await loaded.all(deals)).at(-1)).toEqual(open);
    expect(await loaded.all("from rejected_row")).toEqual([]);
    const found = (await findingsOf(loaded)) as { finding: string }[];
    expect(found.map(({ finding }) => finding)).not.toContain("unused_file");
    expect(found).toContainEqual({
      finding: "unparsable_value",
      object: "account",
      entity_id: "annual_revenue", // "n/a"
      detail: "1 rows have a value that is no number; counted as none",
    });
  });

  test("has tasks that are done and events, also those without a due date", async () => {
    const read = `select kind, activity_date, duration_minutes from activity order by activity_id`;
    expect(await loaded.all(read)).toEqual([
      { kind: "call", activity_date: "2026-02-03", duration_minutes: 15 },
      { kind: "email", activity_date: "2026-02-04", duration_minutes: null },
      { kind: "meeting", activity_date: "2026-03-12", duration_minutes: 60 },
    ]);
  });

  test("tells its history in our names of fields and categories", async () => {
    const fields =
      "select field from stg_salesforce__opportunity_field_history order by history_id";
    expect(await loaded.column(fields)).toEqual([
      "stage",
      "amount",
      "closed",
      "owner",
      "region__c",
    ]);
    const states = `select stage, probability_rate, forecast_category
      from stg_salesforce__opportunity_history order by changed_at`;
    expect((await loaded.all(states)).at(-1)).toEqual({
      stage: "Negotiation/Review",
      probability_rate: 0.65,
      forecast_category: "Commit", // the API writes Forecast
    });
  });

  test("has leads, contacts and campaigns with what they cost; a deleted campaign is none", async () => {
    expect(await loaded.all("select campaign_id, cost_cents from campaign")).toEqual([
      { campaign_id: "701A1", cost_cents: 900_000 },
    ]);
    const leads = `select name, company, industry, employees, contact_id, is_converted
      from stg_salesforce__lead`;
    expect(await loaded.all(leads)).toEqual([
      {
        name: "Mia Kern",
        company: "Globex",
        industry: "Energy",
        employees: 1200,
        contact_id: "003A1",
        is_converted: true,
      },
    ]);
    const members =
      "select campaign_id, lead_id, responded_date from stg_salesforce__campaign_member";
    expect(await loaded.all(members)).toEqual([
      { campaign_id: "701A1", lead_id: "00Q1", responded_date: "2026-03-02" },
    ]);
    expect(await loaded.column("select name from contact")).toEqual(["Mia Kern"]);
  });

  test("has the quotas, forecasts and territories that are kept in the CRM", async () => {
    const quotas = `select user_id, start_date, amount_minor from stg_salesforce__forecasting_quota
      order by quota_id`;
    expect(await loaded.all(quotas)).toEqual([
      { user_id: "005A1", start_date: "2026-04-01", amount_minor: 1_000_000 },
      { user_id: "005A2", start_date: "2026-04-01", amount_minor: 800_000 },
    ]);
    const forecasts = `select category, roll_up, amount_minor, amount_without_adjustments_minor,
      period.start_date
      from stg_salesforce__forecasting_item join stg_salesforce__period as period using (period_id)
      order by item_id`;
    expect(await loaded.all(forecasts)).toEqual([
      {
        category: "Commit",
        roll_up: "single",
        amount_minor: 2_000_000,
        amount_without_adjustments_minor: 1_800_000,
        start_date: "2026-07-01",
      },
      {
        category: "Commit",
        roll_up: "cumulative",
        amount_minor: 3_200_000,
        amount_without_adjustments_minor: 3_000_000,
        start_date: "2026-07-01",
      },
    ]);
    const territories = `select territory.name, users.user_id, accounts.account_id
      from stg_salesforce__territory2 as territory
      left join stg_salesforce__user_territory2_association as users using (territory_id)
      left join stg_salesforce__object_territory2_association as accounts using (territory_id)
      order by territory_id`;
    expect(await loaded.all(territories)).toEqual([
      { name: "Germany", user_id: null, account_id: null },
      { name: "North", user_id: "005A1", account_id: "001A1" },
      { name: "South", user_id: "005A2", account_id: null },
    ]);
    const deal =
      "select territory_id from stg_salesforce__opportunity where opportunity_id = '006A1'";
    expect(await loaded.column(deal)).toEqual(["0MI1"]);
  });
});
