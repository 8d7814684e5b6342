import { describe, expect, test } from "vitest";
import { InputError } from "../../src/errors.ts";
import { inputError } from "../input-error.ts";
import { load } from "../workspaces/build.ts";
import { companyFile, csv, deal, firstDrop, small, withDeals, won } from "../workspaces/small.ts";

const days = "select created_date || ' ' || close_date from opportunity order by opportunity_id";
const dated = (created: string, closed: string, id: string) =>
  deal(id, { CreatedDate: created, CloseDate: closed });

test("dates are read as ISO, with or without a time of day", async () => {
  const { column } = await load(
    withDeals(
      dated("2026-01-05T08:00:00.000Z", "2026-09-30", "D1"),
      dated("2026-01-05 23:59:59", "2026-02-28", "D2"),
      dated("2024-02-29", "2024-03-01T00:00:00.000+0000", "D3"),
    ),
  );
  expect(await column(days)).toEqual([
    "2026-01-05 2026-09-30",
    "2026-01-05 2026-02-28",
    "2024-02-29 2024-03-01",
  ]);
});

test("a column in which some second number is above 12 has the month first", async () => {
  const { column } = await load(
    withDeals(
      dated("1/5/2026", "9/30/2026", "D1"),
      dated("01/15/2026 8:05 AM", "12/31/2026", "D2"),
      dated("2/3/2026, 8:05 PM", "2/3/2026", "D3"),
    ),
  );
  expect(await column(days)).toEqual([
    "2026-01-05 2026-09-30",
    "2026-01-15 2026-12-31",
    "2026-02-03 2026-02-03",
  ]);
});

test("a column in which some first number is above 12 has the day first", async () => {
  const { column } = await load(
    withDeals(
      dated("5/1/2026", "30.9.2026", "D1"),
      dated("15/01/2026 08:05", "31.12.2026", "D2"),
      dated("3/2/2026", "03.02.2026", "D3"),
    ),
  );
  expect(await column(days)).toEqual([
    "2026-01-05 2026-09-30",
    "2026-01-15 2026-12-31",
    "2026-02-03 2026-02-03",
  ]);
});

describe("a column whose days and months can't be told apart", () => {
  const ambiguous = withDeals(dated("2026-01-05", "3/4/2026", "D1"));

  test("stops the load and names the setting", async () => {
    await expect(load(ambiguous)).rejects.toThrow(
      inputError("ambiguous dates: column CloseDate of Opportunity (no day in it is above 12)", {
        file: "company.yaml",
        column: "CloseDate",
        remedy: "Set sources.crm.dates to mdy or dmy.",
      }),
    );
  });

  test("is read as the setting says", async () => {
    const told = (dates: string) => ({
      ...ambiguous,
      "company.yaml": companyFile({ source: `    dates: ${dates}\n` }),
    });
    const first = await load(told("mdy"));
    expect(await first.column(days)).toEqual(["2026-01-05 2026-03-04"]);
    const second = await load(told("dmy"));
    expect(await second.column(days)).toEqual(["2026-01-05 2026-04-03"]);
  });

  test("because both orders stand in it stops the load, with an example of each", async () => {
    const mixed = withDeals(
      dated("2026-01-05", "25/3/2026", "D1"),
      dated("2026-01-05", "3/28/2026", "D2"),
    );
    await expect(load(mixed)).rejects.toThrow(InputError);
    await expect(load(mixed)).rejects.toThrow(/"25\/3\/2026" has the day first, "3\/28\/2026"/);
  });
});

test("a moment belongs to the day that it was in the company's time zone", async () => {
  const { column, all } = await load({
    ...withDeals(
      dated("2026-01-05T02:30:00.000Z", "2026-03-20", "D1"), // 21:30 of the day before in New York
      dated("2026-07-05T04:30:00.000Z", "2026-09-30", "D2"), // 00:30 there, in summer time
    ),
    "company.yaml": companyFile({ more: "time_zone: America/New_York\n" }),
    [`${firstDrop}/OpportunityHistory.csv`]: csv({
      Id: "H1",
      OpportunityId: "D1",
      StageName: "Proposal",
      CloseDate: "2026-03-20",
      CreatedDate: "2026-01-05T02:30:00.000Z",
    }),
  });
  expect(await column("select created_date from opportunity order by 1")).toEqual([
    "2026-01-04",
    "2026-07-05",
  ]);
  const versions =
    "select valid_from, valid_to, close_date from opportunity_version where opportunity_id = 'D1'";
  expect(await all(versions)).toEqual([
    {
      valid_from: "2026-01-04T21:30:00",
      valid_to: "9999-12-31T00:00:00",
      close_date: "2026-03-20",
    },
  ]);
});

test("the cycle of a closed deal counts days forward; an open deal has none", async () => {
  const { column } = await load({
    ...small,
    [`${firstDrop}/Opportunity.csv`]: csv(
      won("D1", { CreatedDate: "2026-02-01", CloseDate: "2026-03-01" }),
      deal("D2"),
    ),
  });
  const cycles = "select cycle_days from opportunity order by opportunity_id";
  expect(await column(cycles)).toEqual([28, null]);
});
