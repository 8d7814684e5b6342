import { beforeAll, describe, expect, test } from "vitest";
import { forecast } from "../../pipelines/forecast.ts";
import { load } from "../workspaces/build.ts";
import { won } from "../workspaces/small.ts";
import { dealTables } from "./deal-tables.ts";
import { entry, monthly, open, type Told, usual, workspace } from "./told.ts";

// as of 2026-06-30 a deal of 5,000.00 is won; it was noted on 20 June, with a close date to come

const [id, noted, cents] = ["AHEAD", "2026-06-20", 500_000];

function ahead(CloseDate: string): Told {
  const said = { CloseDate, Amount: "5000" };
  const CreatedDate = "2026-04-10";
  return {
    row: won(id, { ...said, CreatedDate }),
    history: [entry(id, CreatedDate, said), entry(id, noted, { ...said, StageName: "Closed Won" })],
  };
}

interface Month {
  readonly cutoff: string;
  readonly period_start: string;
  readonly mean_cents: number;
}

/** What is said of the months of a company that holds the deal. */
async function saidWith(closeDate: string) {
  const told = [...monthly(usual), open("O1", "2026-04-01"), ahead(closeDate)];
  const { run, all } = await load(workspace(told));
  await dealTables(run);
  await forecast(run);
  const company = "entity_type = 'company' and period = 'month'";
  const said = {
    now: await all<Month>(`from forecast where model = 'pipeline' and ${company}`),
    past: await all<Month>(`from forecast_past where ${company}`),
    booked: await all("from forecast_input where close_date > date '2026-06-01'"),
    unexplained: await all(
      `select cutoff from forecast_change group by cutoff, entity_type, entity_id, period, period_start
        having sum(cents) <> any_value(after_cents) - any_value(before_cents)`,
    ),
    causes: await all<{ cause: string; cents: number }>(
      `select cause, cents from forecast_change_deal where opportunity_id = '${id}'
        and cutoff = date '2026-06-16' and period = 'quarter' and period_start = date '2026-07-01'
        order by cause`,
    ),
  };
  run.warehouse.close();
  return said;
}

describe("a deal that is won with a close date to come", () => {
  let august: Awaited<ReturnType<typeof saidWith>>;
  let september: typeof august;
  beforeAll(async () => {
    august = await saidWith("2026-08-10");
    september = await saidWith("2026-09-10");
  });

  const mean = (rows: readonly Month[], month: string, cutoff = "2026-06-30") =>
    rows.find((row) => row.period_start === month && row.cutoff === cutoff)?.mean_cents ??
    Number.NaN;
  const gained = (of: "now" | "past", cutoff: string, month: string) =>
    mean(august[of], month, cutoff) - mean(september[of], month, cutoff);

  test("counts in full, by deals, for the month of its close date", () => {
    expect(gained("now", "2026-06-30", "2026-08-01")).toBeCloseTo(cents, -1);
    expect(gained("now", "2026-06-30", "2026-09-01")).toBeCloseTo(-cents, -1);
    expect(gained("now", "2026-06-30", "2026-07-01")).toBe(0);
  });

  test("counts from the day on which it was noted", () => {
    expect(gained("past", "2026-06-16", "2026-08-01")).toBe(0);
    expect(gained("past", "2026-06-23", "2026-08-01")).toBeGreaterThan(cents / 10);
  });

  test("isn't booked by then", () => {
    expect(august.booked).toEqual([]);
  });

  test("is won in what changed, which adds up", () => {
    expect(august.causes).toEqual([{ cause: "won", cents: expect.any(Number) }]);
    expect(august.causes[0]?.cents).toBeGreaterThan(0);
    expect(august.unexplained).toEqual([]);
  });
});
