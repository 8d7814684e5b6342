import { describe, expect, test } from "vitest";
import { addBaselines } from "../../pipelines/baselines.ts";
import { forecast } from "../../pipelines/forecast.ts";
import type { Forecast } from "../../src/forecast/forecast-rows.ts";
import { load } from "../workspaces/build.ts";
import { firstDrop } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";
import { bounds } from "./company.ts";
import { dealTables } from "./deal-tables.ts";
import { monthly, open, sold, usual, workspace } from "./told.ts";

// odd histories through the whole pipeline, as of 2026-06-30

const ongoing = [open("O1", "2026-04-01"), open("O2", "2026-05-20")];
const { [`${firstDrop}/OpportunityHistory.csv`]: _, ...untold } = workspace([
  ...monthly(usual),
  ...ongoing,
]);

const cases: readonly [name: string, files: Files, model: string][] = [
  ["no deal was ever won", workspace(ongoing), "combined"],
  ["one month", workspace([...monthly([900]), ...ongoing]), "combined"],
  ["three months", workspace([...monthly([900, 1200, 700]), ...ongoing]), "combined"],
  ["all zeros", workspace([...monthly(Array<number>(30).fill(0)), ...ongoing]), "combined"],
  [
    "one giant deal",
    workspace([...monthly([...usual.slice(0, 20), 1e9, ...usual.slice(0, 10)]), ...ongoing]),
    "combined",
  ],
  [
    "negative corrections",
    workspace([...monthly(usual), sold("N1", "2026-02-20", -5000), ...ongoing]),
    "combined",
  ],
  [
    "missing months",
    workspace([...monthly(usual).filter((_, k) => k % 3 === 0 || k % 7 === 0), ...ongoing]),
    "combined",
  ],
  ["a new team", workspace([...monthly(usual), open("O3", "2026-06-10", "U2")]), "combined"],
  ["no open deals", workspace(monthly(usual)), "combined"],
  ["no history of deals", untold, "combined"],
];

/** What is published and said beside it, at the as-of and before. */
async function forecastOf(files: Files) {
  const { run, all } = await load(files);
  await dealTables(run);
  await forecast(run);
  await addBaselines(run);
  const now = await all<Forecast & { is_published: boolean }>(
    "select * from forecast order by entity_type, entity_id, period, period_start, model",
  );
  const past = await all<Forecast>("select * from forecast_backtest order by all");
  const chances = await all<{ n: number; are: boolean | null }>(
    `select count(*) as n, bool_and(isfinite(win_rate) and win_rate between 0 and 1
      and isfinite(win_rate_in_quarter) and win_rate_in_quarter <= win_rate) as are from deal_forecast`,
  );
  run.warehouse.close();
  return { now, past, chances };
}

function expectBounds(row: Forecast): void {
  const values = bounds(row);
  // the series knows nothing where nothing was ever booked
  if (row.mean_cents === null) {
    expect(["none", "series"]).toContain(row.model);
    expect(values.every((value) => value === null)).toBe(true);
  } else if (row.lower_95_cents === null) expect(Number.isSafeInteger(row.mean_cents)).toBe(true);
  else {
    expect(values.every((value) => Number.isSafeInteger(value))).toBe(true);
    expect([...(values as number[])].sort((a, b) => a - b)).toEqual(values);
  }
}

describe("an odd history is forecast by a stated method, with bounds in order", () => {
  test.each(cases)("%s", async (_, files, model) => {
    const { now, past, chances } = await forecastOf(files);
    const published = now.filter(({ is_published }) => is_published);
    const company = published.filter(({ entity_type }) => entity_type === "company");
    expect(new Set(company.map((row) => row.model))).toEqual(new Set([model]));
    // two quarters and all of the next year at least
    expect(company.filter(({ period }) => period === "quarter").length).toBeGreaterThan(4);
    for (const row of [...now, ...past]) expectBounds(row);
    expect(chances[0]?.are).not.toBe(false);
    const next = company.find(
      ({ period, period_start }) => period === "quarter" && period_start > "2026-06-30",
    );
    const [lower, mean, upper] = [next?.lower_95_cents, next?.mean_cents, next?.upper_95_cents].map(
      (cents) => cents ?? Number.NaN,
    ) as [number, number, number];
    expect(mean).toBeGreaterThan(0);
    expect(upper - lower).toBeGreaterThan(0.2 * mean);
  });
});
