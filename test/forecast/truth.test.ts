import { beforeAll, describe, expect, test } from "vitest";
import { addBaselines } from "../../pipelines/baselines.ts";
import { forecast } from "../../pipelines/forecast.ts";
import { simulateFiles } from "../simulation/company.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import { dealTables } from "./deal-tables.ts";

// two small simulated companies; many larger ones are measured by bench:truth

const seeds = [21, 22];
/** As of the first of a month, cutoffs lie where 0, 1 and 2 months of a quarter are over. */
const asOf = "2026-07-01";

const companies: Loaded[] = [];
beforeAll(async () => {
  for (const seed of seeds) {
    const { paths, text } = simulateFiles({
      seed,
      reps: 16,
      accounts: 400,
      years: 3,
      asOf,
      dirt: 0,
    });
    const loaded = await load(Object.fromEntries(paths.map((path) => [path, `${text(path)}\n`])));
    await dealTables(loaded.run);
    await forecast(loaded.run);
    await addBaselines(loaded.run);
    companies.push(loaded);
  }
});

/** Rows of a query over each company, all together. */
const rowsOf = async <Row>(sql: string): Promise<Row[]> =>
  (await Promise.all(companies.map(({ all }) => all<Row>(sql)))).flat();

interface ModelErrors {
  readonly model: string;
  readonly combined: number;
  readonly own: number;
}

/** Of a model's quarters in progress the errors, and those of the combined forecast of the same. */
async function errorsOf(
  entityType: string,
): Promise<Map<string, { own: number; combined: number }>> {
  const rows = await rowsOf<ModelErrors>(
    `select said.model, sum(abs(said.mean_cents - said.actual_cents))::double as own,
      sum(abs(combined.mean_cents - combined.actual_cents))::double as combined
    from forecast_backtest as said
    join forecast_backtest as combined using (entity_type, entity_id, period, period_start, cutoff)
    where combined.model = 'combined' and period = 'quarter' and said.horizon = 0
      and entity_type = '${entityType}'
    group by all`,
  );
  const sums = new Map<string, { own: number; combined: number }>();
  for (const { model, own, combined } of rows) {
    const before = sums.get(model) ?? { own: 0, combined: 0 };
    sums.set(model, { own: before.own + own, combined: before.combined + combined });
  }
  return sums;
}

describe("forecasts of companies whose truth is known", () => {
  test.each(["company", "team"])(
    "of a %s are closer by pipeline and series together",
    async (kind) => {
      const errors = await errorsOf(kind);
      const share = (model: string) => {
        const { own, combined } = errors.get(model) ?? { own: Number.NaN, combined: Number.NaN };
        return combined / own;
      };
      expect(share("series")).toBeLessThan(0.95);
      expect(share("stage_weighted")).toBeLessThan(0.95);
      expect(share("naive")).toBeLessThan(0.8);
    },
  );

  test("hold about as often as their ranges say", async () => {
    const rows = await rowsOf<{ kind: string; n: number; inside: number }>(
      `select entity_type as kind, count(*)::integer as n,
        (count(*) filter (actual_cents between lower_80_cents and upper_80_cents))::integer as inside
      from forecast_backtest where model = 'combined' and period = 'quarter' and horizon <= 1
      group by all`,
    );
    const sum = (of: (row: { n: number; inside: number }) => number) =>
      rows.reduce((total, row) => total + of(row), 0);
    const share = sum(({ inside }) => inside) / sum(({ n }) => n);
    // a wide band: two companies' quarters are few and err together
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.95);
  });

  test("are ranges one within the other, of nothing below zero", async () => {
    const [odd] = await rowsOf<{ n: number }>(
      `select count(*)::integer as n
      from (from forecast union all by name from forecast_backtest)
      where mean_cents < 0 or lower_95_cents < 0
        or not (coalesce(lower_95_cents <= lower_80_cents and lower_80_cents <= lower_50_cents
          and lower_50_cents <= mean_cents and mean_cents <= upper_50_cents
          and upper_50_cents <= upper_80_cents and upper_80_cents <= upper_95_cents,
          lower_95_cents is null))`,
    );
    expect(odd?.n).toBe(0);
  });

  test("add up to the cent: reps and segments are the company, in every model, period and cutoff", async () => {
    const sums = await rowsOf<{ differ: number; n: number }>(
      `with summed as (
        select
          sum(mean_cents) filter (entity_type = 'company') as company,
          sum(mean_cents) filter (entity_type = 'rep') as reps,
          sum(mean_cents) filter (entity_type = 'segment') as segments,
          sum(mean_cents) filter (entity_type = 'team') as teams,
          sum(mean_cents) filter (entity_type = 'region') as regions
        from (from forecast union all by name from forecast_backtest)
        where model not in ('naive', 'stage_weighted')
        group by model, cutoff, period, period_start
      )
      select count(*)::integer as n, (count(*) filter (
        reps <> company or segments <> company or teams <> company or regions <> company
      ))::integer as differ
      from summed`,
    );
    for (const { differ, n } of sums) {
      expect(n).toBeGreaterThan(500);
      expect(differ).toBe(0);
    }
  });
});
