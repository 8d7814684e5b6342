import { beforeAll, describe, expect, test } from "vitest";
import { inputError } from "../input-error.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import { type Cell, xlsx } from "../workspaces/xlsx.ts";
import { findingsOf, fixture, measured, yearOf } from "./fixture.ts";

/**
 * 12,000 (estimated at 9,000) and 8,000.50 won, 5,000 lost; January 5 to March 10 is 64 days,
 * February 1 to April 20 78.
 */
const year = {
  bookings: 2_000_050,
  won_count: 2,
  lost_count: 1,
  win_rate: 2 / 3,
  average_deal_size: 1_000_025,
  sales_cycle_days: 71,
};
const read = `select status, stage, forecast_category, probability_rate, amount_cents, created_date,
  close_date, loss_reason from opportunity order by opportunity_id`;
const expected = [
  {
    status: "won",
    stage: "Close",
    forecast_category: "Closed",
    probability_rate: 0.9,
    amount_cents: 1_200_000,
    created_date: "2026-01-05",
    close_date: "2026-03-10",
    loss_reason: null,
  },
  {
    status: "won",
    stage: "Close",
    forecast_category: "Closed",
    probability_rate: 0.8,
    amount_cents: 800_050,
    created_date: "2026-02-01",
    close_date: "2026-04-20",
    loss_reason: null,
  },
  {
    status: "lost",
    stage: "Develop",
    forecast_category: "Omitted",
    probability_rate: 0.3,
    amount_cents: 500_000, // as estimated: that nothing came of it isn't its size
    created_date: "2026-03-03",
    close_date: "2026-05-02",
    loss_reason: "Out-Sold",
  },
  {
    status: "open",
    stage: "Propose",
    forecast_category: "Commit",
    probability_rate: 0.65,
    amount_cents: 2_000_000,
    created_date: "2026-05-21",
    close_date: "2026-09-30",
    loss_reason: null,
  },
];

describe("tables by their logical names, with option codes", () => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await measured(fixture("dynamics_tables"));
  });

  test("give the KPIs that their rows make by hand", async () => {
    expect(await yearOf(loaded, Object.keys(year))).toEqual(year);
    expect(await loaded.all(read)).toEqual(expected);
  });

  test("tell customers, users and activities", async () => {
    const deals = `select account.name as account, rep.name as rep, rep.is_active from opportunity
      left join account using (account_id) join rep using (rep_id) order by opportunity_id`;
    expect(await loaded.all(deals)).toEqual([
      { account: "Globex", rep: "Dana Ito", is_active: true },
      { account: "Initech", rep: "Lee Park", is_active: false }, // its potential customer
      { account: null, rep: "Lee Park", is_active: false },
      { account: "Globex", rep: "Dana Ito", is_active: true },
    ]);
    const activities = `select kind, rep.name as rep, right(opportunity_id, 1) as deal, activity_date
      from activity join rep using (rep_id) order by activity_id`;
    expect(await loaded.all(activities)).toEqual([
      { kind: "call", rep: "Dana Ito", deal: "1", activity_date: "2026-02-03" },
      { kind: "meeting", rep: "Lee Park", deal: "2", activity_date: "2026-03-12" },
      { kind: "email", rep: "Lee Park", deal: "2", activity_date: "2026-03-14" },
      { kind: "other", rep: "Dana Ito", deal: "1", activity_date: "2026-03-09" },
    ]);
  });
});

describe("an Excel export by its display names", () => {
  const headings = [
    "(Do Not Modify) Opportunity",
    "(Do Not Modify) Row Checksum",
    "(Do Not Modify) Modified On",
    "Topic",
    "Account Name (Account Name) (Account)",
    "Potential Customer",
    "Owner",
    "Sales Stage",
    "Probability",
    "Forecast category",
    "Est. revenue",
    "Actual Revenue",
    "Est. close date",
    "Actual Close Date",
    "Status",
    "Status Reason",
    "Currency",
    "Created On",
  ];
  /** A row: serial 46027 is 2026-01-05, 46093.375 is 2026-03-12 at 9:00. */
  const row = (id: string, customer: string, owner: string, ...rest: readonly Cell[]): Cell[] => [
    `0000000${id}`,
    "x8Kd/q==",
    { date: 46093.375 },
    `Deal ${id}`,
    null,
    customer,
    owner,
    ...rest,
  ];
  const dollars = "US Dollar";
  const sheet = xlsx([
    headings,
    row(
      "1",
      "Globex",
      "Dana Ito",
      "Close",
      90,
      "Won",
      9000,
      12000,
      { date: 46096 },
      { date: 46091 },
      "Won",
      "Won",
      dollars,
      { date: 46027.354166 },
    ),
    row(
      "2",
      "Initech",
      "Lee Park",
      "Close",
      80,
      "Won",
      8000.5,
      null,
      46132,
      46132,
      "Won",
      "Won",
      dollars,
      46054.416,
    ),
    row(
      "3",
      "Umbrella",
      "Lee Park",
      "Develop",
      30,
      "Lost",
      5000,
      0,
      46172,
      46144.5,
      "Lost",
      "Out-Sold",
      dollars,
      46084,
    ),
    row(
      "4",
      "Globex",
      "Dana Ito",
      "Propose",
      65,
      "Committed",
      20000,
      null,
      "9/30/2026",
      null,
      "Open",
      "In Progress",
      dollars,
      "5/21/2026 2:05 PM",
    ),
  ]);
  const file = "exports/dynamics/2026-06-30/All Opportunities 7-3-2026 9-00-00 AM.xlsx";
  const { "company.yaml": company = "" } = fixture("dynamics_tables");
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await measured({ "company.yaml": company, [file]: sheet });
  });

  test("gives the same deals and KPIs, its dates as cells, serial numbers or text", async () => {
    expect(await loaded.all(read)).toEqual(expected);
    expect(await yearOf(loaded, Object.keys(year))).toEqual(year);
    expect(
      await loaded.column("select account_id from opportunity order by opportunity_id"),
    ).toEqual(["Globex", "Initech", "Umbrella", "Globex"]);
  });

  test("leaves no column unused but what the CRM keeps for itself, and is named as a file", async () => {
    expect(await findingsOf(loaded)).toEqual([]);
    const files = "select path, encoding, rows from source_file";
    expect(await loaded.all(files)).toEqual([{ path: file, encoding: "xlsx", rows: 4 }]);
  });

  test.each([
    [
      "protected by a password",
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      /protected by a password/,
    ],
    ["cut off", sheet.subarray(0, 500), /^Export it again \(.+\)\.$/],
    ["no spreadsheet", Buffer.from("Topic,Owner\n"), /^Export it again \(.+\)\.$/],
  ])("that is %s is refused", async (_, bytes, remedy) => {
    const loading = load({ "company.yaml": company, [file]: bytes });
    await expect(loading).rejects.toThrow(inputError(`unreadable file: ${file}`));
    await expect(loading).rejects.toHaveProperty("remedy", expect.stringMatching(remedy));
  });

  test("that is empty is refused", async () => {
    const loading = load({ "company.yaml": company, [file]: xlsx([]) });
    await expect(loading).rejects.toThrow(`empty file: ${file}`);
  });
});
