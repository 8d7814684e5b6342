import { expect, test } from "vitest";
import { forecast } from "../../pipelines/forecast.ts";
import { emptyRun, execute, rowsOf } from "./warehouse.ts";

const rep = (id: string, team: string, region: string) =>
  `('${id}', '${id}', 'account_executive', '${team}', '${region}', date '2020-01-01', null, true, null, null)`;

test("counts what reps won by segment and day, and what can't be assigned", async () => {
  const run = await emptyRun("2026-02-03");
  await execute(run.warehouse, `insert into rep values ${rep("ann", "North", "East")}`);
  await execute(
    run.warehouse,
    `insert into opportunity (opportunity_id, account_id, rep_id, status, bookings_cents, close_date, segment) values
      ('1', 'a', 'ann', 'won', 100, date '2026-02-03', 'Large'),
      ('2', 'a', 'ann', 'won', 30, date '2026-02-03', 'Large'),
      ('3', 'a', 'ann', 'won', 20, date '2026-02-03', null),
      ('4', 'a', 'ann', 'lost', 999, date '2026-05-02', 'Large'),
      ('5', 'a', 'gone', 'won', 7, date '2026-06-17', 'Large'),
      ('6', 'a', 'ann', 'won', 999, date '2026-06-18', 'Large'),
      ('7', 'a', 'ann', 'won', null, date '2026-06-01', 'Large'),
      ('8', 'a', 'ann', 'won', 999, date '1970-01-01', 'Large')`,
  );
  await forecast(run);
  const input = await rowsOf<{ booked: string }>(
    run.warehouse,
    `select concat_ws(' ', rep_id, team_id, segment, close_date, bookings_cents) as booked
      from forecast_input order by rep_id, segment`,
  );
  // a day before the company's first close is a slip of the pen
  expect(input.map(({ booked }) => booked)).toEqual([
    "ann North Large 2026-02-03 130",
    "ann North unassigned 2026-02-03 20",
    "unassigned unassigned Large 2026-06-17 7",
  ]);
  const entities = await rowsOf<{ entity: string }>(
    run.warehouse,
    "select distinct entity_type || ' ' || entity_id as entity from forecast order by all",
  );
  expect(entities.map(({ entity }) => entity)).toEqual([
    ...["company Acme", "region East", "region unassigned", "rep ann", "rep unassigned"],
    ...["segment Large", "segment unassigned", "team North", "team unassigned"],
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
    `insert into opportunity (opportunity_id, account_id, rep_id, status, bookings_cents, close_date)
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
    { period: "month", n: 140, models: 2, is_ordered: true },
    { period: "quarter", n: 49, models: 2, is_ordered: true },
    { period: "year", n: 14, models: 2, is_ordered: true },
  ]);
  const [tested] = await rowsOf<{ cutoffs: number; last: string }>(
    run.warehouse,
    "select count(distinct cutoff) as cutoffs, max(cutoff) as last from forecast_backtest",
  );
  expect(tested).toEqual({ cutoffs: 36, last: "2026-05-18" });
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
