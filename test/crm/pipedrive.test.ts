import { beforeAll, describe, expect, test } from "vitest";
import { inputError } from "../input-error.ts";
import type { Loaded } from "../workspaces/build.ts";
import { load } from "../workspaces/build.ts";
import { findingsOf, fixture, measured, yearOf } from "./fixture.ts";

const drop = "exports/pipedrive/2026-06-30";

describe("list exports in a European locale", () => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await measured(fixture("pipedrive"));
  });

  test("give the KPIs that their rows make by hand", async () => {
    // 1,234.56 and 987.44 won, one lost; March 2 to April 9 is 38 days, April 3 to May 13 40
    const year = {
      bookings: 222_200,
      won_count: 2,
      lost_count: 1,
      win_rate: 2 / 3,
      average_deal_size: 111_100,
      sales_cycle_days: 39,
    };
    expect(await yearOf(loaded, Object.keys(year))).toEqual(year);
    expect(await yearOf(loaded, ["bookings"], ["rep", "Lee Park"])).toEqual({ bookings: 98_744 });
  });

  test("are read with decimal commas, day-first dates and either word for won", async () => {
    const read = `select opportunity_id, status, amount_cents, probability_rate, created_date, close_date,
      loss_reason from opportunity order by opportunity_id`;
    const [won, , lost, open] = await loaded.all<object>(read);
    expect(won).toMatchObject({
      status: "won",
      created_date: "2026-03-02",
      close_date: "2026-04-09",
    });
    expect(lost).toMatchObject({
      status: "lost",
      amount_cents: 250_000,
      loss_reason: "Too expensive",
    });
    // an open deal closes on its expected date; a deleted one is none
    expect(open).toEqual({
      opportunity_id: "4",
      status: "open",
      amount_cents: 1_000_000,
      probability_rate: 0.65,
      created_date: "2026-06-25",
      close_date: "2026-09-30",
      loss_reason: null,
    });
    expect(await loaded.column("select count(*) from opportunity")).toEqual([4]);
  });

  test("find organisations that deals, people and activities give by name", async () => {
    const accounts = "select account_id, segment from opportunity order by opportunity_id";
    expect(await loaded.all(accounts)).toEqual([
      { account_id: "71", segment: "Enterprise" },
      { account_id: "72", segment: "Mid-market" },
      { account_id: "71", segment: "Enterprise" },
      { account_id: "Umbrella", segment: null },
    ]);
    expect(await loaded.column("select account_id from contact")).toEqual(["71"]);
    const activities = `select activity_id, kind, rep_id, opportunity_id, account_id, activity_date
      from activity order by activity_id`;
    expect(await loaded.all(activities)).toEqual([
      {
        activity_id: "91",
        kind: "call",
        rep_id: "Dana Ito",
        opportunity_id: "1",
        account_id: "71",
        activity_date: "2026-03-05",
      },
      {
        activity_id: "93",
        kind: "meeting",
        rep_id: "Lee Park",
        opportunity_id: "2",
        account_id: "72",
        activity_date: "2026-03-20",
      },
    ]);
    expect(await findingsOf(loaded)).toContainEqual(
      expect.objectContaining({ finding: "unknown_account", entity_id: "4" }),
    );
  });

  test("are read whole when a drop's deals come in parts", async () => {
    const files = `select path, preface, source_file.rows from source_file
      join archive.inspection using (path) where object = 'opportunity' order by path`;
    expect(await loaded.all(files)).toEqual([
      { path: `${drop}/deals-1234567-1.csv`, preface: "sep=;", rows: 3 },
      { path: `${drop}/deals-1234567-2.csv`, preface: null, rows: 2 },
    ]);
  });
});

describe("numbers whose decimal sign a file doesn't tell", () => {
  const files = fixture("pipedrive");
  const deals = (value: string, setting = "") => ({
    "company.yaml": String(files["company.yaml"]).replace("drops: full", `drops: full\n${setting}`),
    [`${drop}/deals.csv`]: `Deal - ID;Deal - Title;Deal - Value;Deal - Owner;Deal - Stage;Deal - Status;Deal - Won time;Deal - Deal created
1;A;${value};Dana Ito;Qualified;Won;2026-04-09;2026-03-02
`,
  });

  test("stop the load and name the setting", async () => {
    await expect(load(deals("1.234"))).rejects.toThrow(
      inputError(
        `ambiguous decimals: column Deal - Value of ${drop}/deals.csv ("1.234" may have a decimal sign or one of thousands)`,
        {
          file: "company.yaml",
          column: "Deal - Value",
          remedy: "Set sources.pipedrive.decimals to comma or point.",
        },
      ),
    );
  });

  test.each([
    ["1.234", "comma", 123_400],
    ["1.234", "point", 123],
    ["1,234", "point", 123_400],
    ["1,234", "comma", 123],
  ])("%s is read as the setting says: %s", async (value, setting, cents) => {
    const { column } = await load(deals(value, `    decimals: ${setting}`));
    expect(await column("select amount_cents from opportunity")).toEqual([cents]);
  });

  test("that can be read in one way are, each file by itself", async () => {
    const written: readonly (readonly [value: string, cents: number])[] = [
      ["1234", 123_400],
      ["1.234,5", 123_450],
      ["1,234.5", 123_450],
      ["1'234.50", 123_450],
      ["0.005", 1], // half a cent, away from zero
      ["1.234.567", 123_456_700],
      ["12,5", 1250],
      ["-1.234,56 €", -123_456],
      ["EUR 1\u00a0234,50", 123_450],
    ];
    const parts = written.map(([value], part) => {
      const [company = "", text = ""] = Object.values(deals(value));
      return { company, [`${drop}/deals-${part}.csv`]: text.replace("\n1;", `\n${part};`) };
    });
    const { company: file = "", ...rest } = Object.assign({}, ...parts) as Record<string, string>;
    const { column } = await load({ "company.yaml": file, ...rest });
    expect(await column("select amount_cents from opportunity order by opportunity_id")).toEqual(
      written.map(([, cents]) => cents),
    );
  });

  test("with both signs as decimal signs stop the load, with an example of each", async () => {
    const [path = "", text = ""] = Object.entries(deals("1,5"))[1] ?? [];
    const second = text.split("\n")[1]?.replace("1;A;1,5", "2;B;2.5");
    const both = { ...deals(""), [path]: `${text}${second}\n` };
    await expect(load(both)).rejects.toThrow(/"1,5" has a decimal comma, "2\.5" a point/);
  });
});
