import { expect, test } from "vitest";
import { forecast } from "../../pipelines/forecast.ts";
import { plan } from "../../pipelines/plan.ts";
import type { Run } from "../../pipelines/run.ts";
import { emptyRun, execute, rowsOf } from "../forecast/warehouse.ts";

interface Total {
  readonly period: string;
  readonly first: string;
  readonly n: number;
  readonly quota_cents: number;
}

const totals = (run: Run) =>
  rowsOf<Total>(
    run.warehouse,
    `select period, min(period_start) as first, count(*) as n, sum(quota_cents)::bigint as quota_cents
      from quota_recommendation group by period order by period desc`,
  );

async function salesRun(): Promise<Run> {
  const run = await emptyRun("2023-02-01");
  await execute(
    run.warehouse,
    `insert into rep
      select 'rep' || id, 'Rep ' || id, if(id = 9, 'manager', 'account_executive'), 'North', 'East',
        date '2021-01-01' + 100 * id::integer, if(id = 8, date '2025-12-31', null), id <> 8, 'boss',
        20000000
      from range(10) as reps(id)`,
  );
  await execute(
    run.warehouse,
    "insert into rep_assignment select rep_id, team_id, role, date '0001-01-01', date '9999-12-31' from rep",
  );
  await execute(
    run.warehouse,
    `insert into opportunity (opportunity_id, account_id, rep_id, status, bookings_cents, close_date, created_date, segment)
      select day::varchar, 'account' || day % 30, 'rep' || day % 9, 'won', 5000000 + day % 9 * 900000,
        date '2023-02-01' + day::integer, null, null
      from range(1230) as days(day)`,
  );
  await execute(
    run.warehouse,
    `insert into account
      select 'account' || id, if(id % 2 = 0, 'SMB', 'Enterprise'), 'Software', 10 + 40 * id, null
      from range(30) as accounts(id)`,
  );
  await execute(
    run.warehouse,
    `insert into account_assignment
      select 'account' || id, 'rep' || id % 9, date '0001-01-01', date '9999-12-31'
      from range(30) as accounts(id)`,
  );
  return run;
}

test("without a planned target next year's quotas sum to this year's forecast and growth", async () => {
  const run = await salesRun();
  await forecast(run);
  await plan(run);
  const [year] = await rowsOf<{ mean_cents: number }>(
    run.warehouse,
    `select mean_cents from forecast
      where entity_type = 'company' and period = 'year' and period_start = date '2026-02-01'`,
  );
  const target = Math.round((year?.mean_cents ?? Number.NaN) * 1.1);
  // reps 0 to 7: one has left, one is a manager
  expect(await totals(run)).toEqual([
    { period: "year", first: "2027-02-01", n: 8, quota_cents: target },
    { period: "quarter", first: "2027-02-01", n: 32, quota_cents: target },
    { period: "month", first: "2027-02-01", n: 96, quota_cents: target },
  ]);
  const [odd] = await rowsOf<{ count_odd: number }>(
    run.warehouse,
    `select count(*) as count_odd from quota_recommendation
      where period <> 'month' and (attainment_probability is null or attainment_probability not between 0 and 1
        or expected_cents not between lower_80_cents and upper_80_cents)`,
  );
  expect(odd?.count_odd).toBe(0);
  const [first] = await rowsOf<{ reasons: string }>(
    run.warehouse,
    "select reasons from quota_recommendation where rep_id = 'rep0' and period = 'year'",
  );
  expect(first?.reasons).toMatch(
    /^expects [\d.]+ M: 4 accounts worth [\d.]+ [kM] a year, 5\.\d years of tenure[,;] /,
  );
  run.warehouse.close();
});

test("a planned target goes before the forecast, the year's before its quarters'", async () => {
  const run = await salesRun();
  await forecast(run);
  const quarters = ["2027-02-01", "2027-05-01", "2027-08-01", "2027-11-01"];
  const quota = (period: string, start: string, cents: number) =>
    `('company', 'Acme', 'bookings', '${period}', date '${start}', ${cents})`;
  const rows = quarters.map((start) => quota("quarter", start, 250_000_001));
  await execute(run.warehouse, `insert into quota values ${rows.join(", ")}`);
  await plan(run);
  expect((await totals(run))[0]?.quota_cents).toBe(1_000_000_004);
  await execute(
    run.warehouse,
    `insert into quota values ${quota("year", "2027-02-01", 1_100_000_000)}`,
  );
  await plan(run);
  expect((await totals(run))[0]?.quota_cents).toBe(1_100_000_000);
  run.warehouse.close();
});

test("a company without reps, or without bookings and target, gets no rows", async () => {
  const run = await emptyRun(null);
  await forecast(run);
  await plan(run);
  expect(await totals(run)).toEqual([]);
  run.warehouse.close();
});
