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
const names = Object.keys(year);
const deals = `select opportunity_id, stage, status, probability_rate, amount_cents, close_date
  from opportunity order by opportunity_id`;

describe("the deals export of the user interface", () => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await measured(fixture("hubspot_export"));
  });

  test("gives the KPIs that its rows make by hand", async () => {
    expect(await yearOf(loaded, names)).toEqual(year);
    const dana = await yearOf(loaded, ["bookings", "win_rate"], ["rep", "Dana Ito"]);
    expect(dana).toEqual({ bookings: 1_200_000, win_rate: 1 });
  });

  test("is read by its headings: label or internal stage, blanks behind it, fractions, home amounts", async () => {
    const [first, second, third, fourth, fifth] = await loaded.all<object>(deals);
    expect(first).toMatchObject({ stage: "Closed Won", status: "won", close_date: "2026-03-10" });
    expect(second).toMatchObject({ stage: "Closed Won", amount_cents: 800_050 });
    expect(third).toMatchObject({ stage: "Closed Lost", status: "lost", probability_rate: 0 });
    expect(fourth).toMatchObject({ stage: "Renewals", status: "open", probability_rate: 0.65 });
    expect(fifth).toMatchObject({ stage: "Contract Sent", probability_rate: 0.9 });
  });

  test("tells the time in each stage, beyond a day", async () => {
    const spent = "select opportunity_id, stage, pipeline, seconds from stage_time order by all";
    const pipeline = "Sales Pipeline";
    expect(await loaded.all(spent)).toEqual([
      // 2705 h 47 min 48 s
      { opportunity_id: "101", stage: "Appointment Scheduled", pipeline, seconds: 9_740_868 },
      { opportunity_id: "101", stage: "Closed Won", pipeline, seconds: 403_200 },
      { opportunity_id: "102", stage: "Appointment Scheduled", pipeline, seconds: 30 },
      { opportunity_id: "103", stage: "Appointment Scheduled", pipeline, seconds: 173_400 },
      { opportunity_id: "105", stage: "Appointment Scheduled", pipeline, seconds: 2_520_000 },
    ]);
  });

  test("has types, accounts, terms and forecast categories in the words of all CRMs", async () => {
    const read = `select deal_type, account_id, term_months, forecast_category
      from opportunity where opportunity_id in ('101', '105') order by opportunity_id`;
    expect(await loaded.all(read)).toEqual([
      { deal_type: "new", account_id: "Globex", term_months: 12, forecast_category: "Closed" },
      { deal_type: "new", account_id: "Initech", term_months: null, forecast_category: "Commit" },
    ]);
    expect(await findingsOf(loaded)).toEqual([
      expect.objectContaining({ finding: "stage_blanks", entity_id: "Renewals" }),
      expect.objectContaining({
        finding: "unused_columns",
        detail: "Amount, Is closed lost, Associated Company", // the company's currency and the primary company are read
      }),
    ]);
  });

  test("keeps a deal whose time in a stage is no duration, with a finding", async () => {
    const { "company.yaml": company = "", ...rest } = fixture("hubspot_export");
    const [path = "", text = ""] = Object.entries(rest)[0] ?? [];
    const odd = String(text).replace("48:10:00", "two days");
    const { all } = await measured({ "company.yaml": company, [path]: odd });
    const found = "select entity_id, detail from finding where finding = 'unparsable_value'";
    expect(await all(found)).toEqual([
      {
        entity_id: "103",
        detail: "time in Appointment Scheduled is no duration; counted as none",
      },
    ]);
  });
});

describe("the tables that connectors load", () => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await measured(fixture("hubspot_tables"));
  });

  test("give the KPIs that their rows make by hand, by owner and by primary team", async () => {
    expect(await yearOf(loaded, names)).toEqual(year);
    // Lee is in both teams, and South is marked as the primary one
    expect(await yearOf(loaded, ["bookings"], ["team", "North"])).toEqual({ bookings: 1_200_000 });
    expect(await yearOf(loaded, ["bookings"], ["team", "South"])).toEqual({ bookings: 800_050 });
  });

  test("name the stages where the company file doesn't, pipeline by pipeline", async () => {
    const stages = "select stage, position, status, probability_rate from stage order by position";
    expect(await loaded.all(stages)).toEqual([
      { stage: "Appointment Scheduled", position: 1, status: "open", probability_rate: 0.2 },
      { stage: "Development", position: 2, status: "open", probability_rate: 0.9 },
      { stage: "Delivered", position: 3, status: "won", probability_rate: 1 },
      { stage: "Closed Lost", position: 4, status: "lost", probability_rate: 0 },
      { stage: "Renewal due", position: 5, status: "open", probability_rate: 0.5 },
    ]);
    const [, , , renewal, contract] = await loaded.all<object>(deals);
    expect(renewal).toMatchObject({ stage: "Renewal due", probability_rate: 0.5 });
    expect(contract).toMatchObject({ stage: "Development", status: "open" });
  });

  test("say what a stage is called: internal name, label here, label as shipped", async () => {
    const aliases = "select written from stage_alias where stage = 'Delivered' order by written";
    expect(await loaded.column(aliases)).toEqual(["Closed Won", "Delivered", "closedwon"]);
    const none = "select count(*) from stage_alias group by source, written having count(*) > 1";
    expect(await loaded.column(none)).toEqual([]);
  });

  test("link deals to their primary company, and a merged or deleted deal doesn't count", async () => {
    const accounts = `select opportunity_id, opportunity.account_id, account.name
      from opportunity left join account using (account_id) order by opportunity_id`;
    expect(await loaded.all(accounts)).toEqual([
      { opportunity_id: "201", account_id: "501", name: "Globex" },
      { opportunity_id: "202", account_id: "502", name: "Initech" },
      { opportunity_id: "203", account_id: null, name: null },
      { opportunity_id: "204", account_id: "501", name: "Globex" },
      { opportunity_id: "205", account_id: null, name: null },
    ]);
    expect(await loaded.all("select * exclude (source) from merged_opportunity")).toEqual([
      { opportunity_id: "206", merged_into_id: "205" },
    ]);
  });

  test("tell stage changes and property changes as history", async () => {
    const stages = `select opportunity_id, stage, changed_at::varchar as at
      from stg_hubspot__deal_stage order by all`;
    expect(await loaded.all(stages)).toContainEqual({
      opportunity_id: "205",
      stage: "contractsent",
      at: "2026-06-15 10:00:00",
    });
    const fields = `select field, new_value from stg_hubspot__deal_property_history
      where reject_reason is null order by all`;
    expect(await loaded.all(fields)).toEqual([
      { field: "amount", new_value: "2500" },
      { field: "amount", new_value: "3000" },
      { field: "closed", new_value: "2026-07-31" },
      { field: "favourite_colour", new_value: "green" },
      { field: "owner", new_value: "12" },
      { field: "stage", new_value: "contractsent" },
    ]);
  });

  test("give a deal's states through time by its stages and properties", async () => {
    const states = `select valid_from, stage, status, amount_minor, close_date
      from opportunity_version where opportunity_id = '205' order by version`;
    const deal = { status: "open", close_date: "2026-07-31" };
    expect(await loaded.all(states)).toEqual([
      {
        ...deal,
        valid_from: "2026-06-01T13:40:00",
        stage: "Appointment Scheduled",
        amount_minor: 250_000,
      },
      {
        ...deal,
        valid_from: "2026-06-10T09:00:00",
        stage: "Appointment Scheduled",
        amount_minor: 300_000,
      },
      { ...deal, valid_from: "2026-06-15T10:00:00", stage: "Development", amount_minor: 300_000 },
    ]);
  });

  test("tell activities in a file of all kinds and one of each, linked to several deals", async () => {
    const read = `select activity_id, kind, rep.name as rep, activity_date, duration_minutes
      from activity join rep using (rep_id) order by activity_id`;
    expect(await loaded.all(read)).toEqual([
      {
        activity_id: "31",
        kind: "call",
        rep: "Dana Ito",
        activity_date: "2026-02-03",
        duration_minutes: 15, // 900,000 ms
      },
      {
        activity_id: "32",
        kind: "email",
        rep: "Lee Park",
        activity_date: "2026-02-04",
        duration_minutes: null,
      },
      // its owner stands in the file of all kinds alone
      {
        activity_id: "33",
        kind: "meeting",
        rep: "Dana Ito",
        activity_date: "2026-02-10",
        duration_minutes: null,
      },
      // 34 is a task not started yet
      {
        activity_id: "35",
        kind: "other",
        rep: "Lee Park",
        activity_date: "2026-02-11",
        duration_minutes: null,
      },
      {
        activity_id: "36",
        kind: "call",
        rep: "Lee Park",
        activity_date: "2026-06-20",
        duration_minutes: null,
      },
    ]);
    const links = "select activity_id || ' ' || opportunity_id from activity_link order by 1";
    expect(await loaded.column(links)).toEqual(["31 201", "31 202", "32 202", "33 201", "36 205"]);
  });

  test("leave a trace of what they can't feed", async () => {
    expect(await findingsOf(loaded)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          finding: "unparsable_value",
          object: "account",
          entity_id: "employees", // "about 40"
        }),
        {
          finding: "unused_file",
          object: "file",
          entity_id: "exports/hubspot/2026-06-30/engagement_company.csv",
          detail: "no object is read from a file of that name",
        },
      ]),
    );
    expect(await loaded.all("from rejected_row")).toEqual([]);
    const contacts = "select contact_id, name, account_id from contact";
    expect(await loaded.all(contacts)).toEqual([
      { contact_id: "901", name: "Mia Kern", account_id: "501" },
    ]);
  });
});
