import { expect, test } from "vitest";
import { forecast } from "../../pipelines/forecast.ts";
import { emptyRun, execute, rowsOf } from "./warehouse.ts";

const rep = (id: string, team: string, region: string) =>
  `('${id}', '${id}', 'account_executive', '${team}', '${region}', date '2020-01-01', null, true)`;

test("fills empty months, keeps today's teams and cuts months at the as-of date's distance", async () => {
  const run = await emptyRun("2026-02-03");
  await execute(
    run.warehouse,
    `insert into rep values ${rep("ann", "North", "East")}, ${rep("bob", "New", "East")}`,
  );
  await execute(
    run.warehouse,
    `insert into opportunity values
      ('1', 'a', 'ann', 'won', 100, date '2026-02-03'),
      ('2', 'a', 'ann', 'won', 30, date '2026-05-18'),
      ('3', 'a', 'ann', 'won', 20, date '2026-05-19'),
      ('4', 'a', 'ann', 'lost', 999, date '2026-05-02'),
      ('5', 'a', 'gone', 'won', 7, date '2026-06-17'),
      ('6', 'a', 'ann', 'won', 999, date '2026-06-18'),
      ('7', 'a', 'ann', 'won', null, date '2026-06-01')`,
  );
  await forecast(run);
  const input = await rowsOf<{ months: string }>(
    run.warehouse,
    `select entity_type || ' ' || entity_id || ': '
        || string_agg(bookings_cents || '/' || booked_to_point_cents, ' ' order by period_start) as months
      from forecast_input group by entity_type, entity_id order by entity_type, entity_id`,
  );
  // thirteen days are left of June, so May is cut after the 18th
  expect(input.map((row) => row.months)).toEqual([
    "company Acme: 100/100 0/0 0/0 50/30 7/7",
    "region East: 100/100 0/0 0/0 50/30 0/0",
    "region unassigned: 7/7",
    "team New: 0/0 0/0 0/0 0/0 0/0",
    "team North: 100/100 0/0 0/0 50/30 0/0",
    "team unassigned: 7/7",
  ]);
  run.warehouse.close();
});

test("writes every period of every entity once, and a back-test", async () => {
  const run = await emptyRun("2023-02-01");
  await execute(
    run.warehouse,
    `insert into rep values ${rep("ann", "North", "East")}, ${rep("bob", "South", "East")}`,
  );
  await execute(
    run.warehouse,
    `insert into opportunity
      select day::varchar, 'a', if(day % 3 = 0, 'ann', 'bob'), 'won', 1000 + day * 7 % 400,
        date '2023-02-01' + day::integer
      from range(0, 1230, 2) as days(day)`,
  );
  await forecast(run);
  const counts = await rowsOf(
    run.warehouse,
    `select period, count(*) as n, count(distinct model) as models,
        bool_and(lower_95_cents <= mean_cents and mean_cents <= upper_95_cents) as is_ordered
      from forecast group by period order by period`,
  );
  expect(counts).toEqual([
    { period: "month", n: 80, models: 1, is_ordered: true },
    { period: "quarter", n: 28, models: 1, is_ordered: true },
    { period: "year", n: 8, models: 1, is_ordered: true },
  ]);
  const [tested] = await rowsOf<{ cutoffs: number; last: string }>(
    run.warehouse,
    "select count(distinct cutoff) as cutoffs, max(cutoff) as last from forecast_backtest",
  );
  expect(tested).toEqual({ cutoffs: 13, last: "2026-03-18" });
  run.warehouse.close();
});

test("a company that never closed a deal is forecast as unknown", async () => {
  const run = await emptyRun(null);
  await forecast(run);
  const models = await rowsOf(
    run.warehouse,
    "select distinct entity_id, model, mean_cents from forecast",
  );
  expect(models).toEqual([{ entity_id: "Acme", model: "none", mean_cents: null }]);
  run.warehouse.close();
});
