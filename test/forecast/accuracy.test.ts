import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { silentProgress } from "../../pipelines/progress.ts";
import { sql } from "../../pipelines/run.ts";
import { scoreSteps } from "../../pipelines/scores.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/warehouse.ts";

let warehouse: Warehouse;
const execute = (text: string) => warehouse.run({ file: "test", sql: text });
const rows = <Row>(text: string) => warehouse.all<Row>({ file: "test", sql: text });

/** A forecast of ann's quarter, its bounds 10, 20 and 30 off, and what came. */
const said = (model: string, quarter: string, mean: number, actual: number, isPublished = true) =>
  `('backtest', 'bookings', 'rep', 'ann', 'quarter', date '${quarter}', date '${quarter}' + 40, 0, 2, '${model}',
    ${isPublished}, ${mean}, ${mean - 10}, ${mean + 10}, ${mean - 20}, ${mean + 20}, ${mean - 30}, ${mean + 30}, ${actual})`;
const called = (by: string, level: string, day: string, amount: number, actual: number) =>
  `('rep', 'ann', 'quarter', date '2026-01-01', 'commit', date '${day}', 'plan', ${amount}, '${by}', '${level}', ${actual})`;

beforeAll(async () => {
  warehouse = await openWarehouse(":memory:");
  await execute("create table lineage (table_name varchar, written_by varchar, reads varchar[])");
  await execute(`create table forecast_scored (basis varchar, target varchar, entity_type varchar,
    entity_id varchar, period varchar, period_start date, cutoff date, horizon integer, third integer,
    model varchar, is_published boolean, mean_cents bigint, lower_50_cents bigint,
    upper_50_cents bigint, lower_80_cents bigint, upper_80_cents bigint, lower_95_cents bigint,
    upper_95_cents bigint, actual_cents bigint)`);
  await execute(`create table forecast_call_scored (entity_type varchar, entity_id varchar,
    period varchar, period_start date, category varchar, recorded_on date, source varchar,
    amount_cents bigint, called_by varchar, level varchar, actual_cents bigint)`);
  await execute(`insert into forecast_scored values
    ${said("combined", "2026-01-01", 115, 100)}, ${said("combined", "2026-04-01", 300, 300)},
    ${said("naive", "2026-01-01", 150, 100, false)}, ${said("stage_weighted", "2026-01-01", 60, 100, false)}`);
  // by the forecast's day, 10 February, ann had last said 90 and cy 105
  await execute(`insert into forecast_call_scored values
    ${called("ann", "rep", "2026-01-10", 50, 100)}, ${called("ann", "rep", "2026-02-05", 90, 100)},
    ${called("ann", "rep", "2026-03-20", 100, 100)}, ${called("cy", "manager", "2026-02-08", 105, 100)}`);
  await warehouse.run(sql("marts/forecast_accuracy"));
  await warehouse.run(sql("marts/forecast_step"));
  await scoreSteps({ warehouse, progress: silentProgress });
});
afterAll(() => warehouse.close());

describe("accuracy", () => {
  const of = (model: string) =>
    rows(`select n, count_periods, wape, bias, coverage_50, coverage_80, coverage_95, pinball_cents
      from forecast_accuracy where model = '${model}'`);

  // 15 too high of 400 in all. Pinball by hand, bound by bound: of the first, actual 100 against
  // 105 (25 %): 3.75, 95 (10 %): 0.5, 85 (2.5 %): 0.375, 125 (75 %): 6.25, 135 (90 %): 3.5, 145 (97.5 %): 1.125;
  // of the second, 10, 20 and 30 from either side: 2.5, 2 and 0.75, twice
  test("is that of all forecasts together", async () => {
    const first = 3.75 + 0.5 + 0.375 + 6.25 + 3.5 + 1.125;
    const second = 2 * (2.5 + 2 + 0.75);
    const [row] = await of("combined");
    expect(row).toMatchObject({
      n: 2,
      count_periods: 2,
      wape: 15 / 400,
      bias: 15 / 400,
      coverage_50: 0.5,
      coverage_80: 1,
      coverage_95: 1,
    });
    expect((row as { pinball_cents: number }).pinball_cents).toBeCloseTo((first + second) / 12, 12);
    expect(await of("published")).toEqual([row]);
  });
});

describe("value added", () => {
  const step = (name: string) =>
    rows(`select n, before_cents, after_cents, added_rate, lower_rate from forecast_value_added
      where step = '${name}' and entity_id = 'ann'`);
  const shared = { n: 1, lower_rate: null };

  test.each([
    // 50 off became 15 off, of 100
    ["model_over_naive", 50, 15],
    ["model_over_stage_weighted", 40, 15],
    ["manager_over_model", 15, 5],
    ["rep_over_stage_weighted", 40, 10],
    // her last word by the day of the manager's
    ["manager_over_rep", 10, 5],
  ])("%s", async (name, before_cents, after_cents) => {
    const added_rate = (before_cents - after_cents) / 100;
    expect(await step(name)).toEqual([{ ...shared, before_cents, after_cents, added_rate }]);
  });

  test("is told by person for calls, over all of whom a person calls", async () => {
    const people = `select step, called_by, entity_id from forecast_value_added
      where called_by is not null order by step, called_by`;
    expect(await rows(people)).toEqual([
      { step: "manager_over_model", called_by: "cy", entity_id: null },
      { step: "manager_over_rep", called_by: "cy", entity_id: null },
      { step: "rep_over_stage_weighted", called_by: "ann", entity_id: null },
    ]);
  });
});
