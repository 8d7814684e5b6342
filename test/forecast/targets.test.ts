import { beforeAll, describe, expect, test } from "vitest";
import { forecast } from "../../pipelines/forecast.ts";
import { metrics } from "../../pipelines/metrics.ts";
import { addDays } from "../../src/calendar.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import { csv, small, won } from "../workspaces/small.ts";

const drop = "exports/crm/2026-05-20";

/** A deal every four days of two years and five months, by Ann of North and Bob of South. */
const sold = Array.from({ length: 220 }, (_, k) => {
  const CloseDate = addDays("2024-01-02", 4 * k);
  const Amount = 1000 + ((k * 7) % 40) * 10;
  return won(`W${k}`, { CloseDate, CreatedDate: CloseDate, Amount, OwnerId: k % 3 ? "U2" : "U1" });
}).filter(({ CloseDate }) => String(CloseDate) <= "2026-05-20");

const quota = (entity_type: string, entity_id: string, amount: number, period = "FY26-Q2") => ({
  ...{ entity_type, entity_id, measure: "bookings", period, amount, currency: "USD" },
});
const goal = (id: string, entity: string, target: number, due: string) =>
  `- { id: ${id}, metric: bookings, entity: ${entity}, entity_type: team, baseline: 1, target: ${target}, start: 2026-01-01, due: ${due}, owner: ann }\n`;

const { "company.yaml": company = "", "people/roster.csv": roster = "" } = small;
const workspace = {
  "company.yaml": company,
  "people/roster.csv": roster,
  [`${drop}/Opportunity.csv`]: csv(...sold),
  [`${drop}/Account.csv`]: csv({ Id: "A1", Name: "Globex", Industry: "Energy", OwnerId: "U1" }),
  "plans/quotas.csv": csv(
    quota("company", "Acme", 9_000),
    // a period that is over, and one ahead
    quota("company", "Acme", 30_000, "FY26-Q1"),
    quota("company", "Acme", 30_000, "FY26-Q3"),
    quota("rep", "ann", 1_000_000),
    quota("rep", "bob", 20),
    quota("team", "South", 25),
  ),
  // a fiscal year, and half of one, which is no period
  "plans/goals.yaml":
    goal("g1", "North", 99.6, "2026-12-31") + goal("g2", "South", 50, "2026-06-30"),
};

let loaded: Loaded;
beforeAll(async () => {
  loaded = await load(workspace);
  await metrics(loaded.run);
  await forecast(loaded.run);
}, 120_000);

test("a target is the quota on file, else a goal of the period, else the sum of reps' quotas", async () => {
  const sql = `select concat_ws(' ', entity_type, entity_id, period, target_cents // 100, target_source)
    from bookings_target where period_start <= '2026-04-01' and not period_start = '2026-01-01' or period = 'year'
    order by all`;
  expect(await loaded.column(sql)).toEqual([
    "company Acme quarter 9000 plan",
    "region East quarter 1000020 quota",
    "rep ann quarter 1000000 quota",
    "rep bob quarter 20 quota",
    "team North quarter 1000000 quota",
    "team North year 99 plan",
    "team South quarter 25 quota",
  ]);
});

describe("the chance of a target", () => {
  const latest = "cutoff = date '2026-05-20' and period = 'quarter'";

  test("is certain where it is booked, and small where it is out of reach", async () => {
    const sql = `select entity_id, chance from forecast_target
      where entity_type = 'rep' and ${latest} order by all`;
    const [ann, bob] = await loaded.all<{ chance: number }>(sql);
    expect(ann?.chance).toBeLessThan(0.05);
    expect(bob).toEqual({ entity_id: "bob", chance: 1 });
  });

  test("is told of periods that aren't over, at past cutoffs of groups and now of reps too", async () => {
    const sql = `select entity_type, count(distinct cutoff)::integer as cutoffs,
        min(period_start)::varchar as first
      from forecast_target where period = 'quarter' group by all order by all`;
    const rows = await loaded.all<{ cutoffs: number }>(sql);
    expect(rows).toMatchObject([
      { entity_type: "company", first: "2026-04-01" },
      { entity_type: "region", cutoffs: rows[0]?.cutoffs },
      { entity_type: "rep", cutoffs: 1 },
      { entity_type: "team", cutoffs: rows[0]?.cutoffs },
    ]);
    expect(rows[0]?.cutoffs).toBeGreaterThan(13);
  });

  test("is small above the 80 % range and large below it", async () => {
    // scores are steps: at the ends of the range the chance may be a few of them off
    const sql = `select bool_and(chance < 0.2) filter (target_cents > upper_80_cents) as above,
        bool_and(chance > 0.8) filter (target_cents < lower_80_cents) as below
      from forecast_target
      join forecast_past using (entity_type, entity_id, period, period_start, cutoff)`;
    expect(await loaded.all(sql)).toEqual([{ above: true, below: true }]);
  });
});

test("past forecasts are of groups' periods that aren't over, with what was booked by then", async () => {
  const sql = `select min(period_start)::varchar as first, bool_and(cutoff < date '2026-05-20') as is_past,
      bool_or(entity_type = 'rep') as has_reps, bool_and(booked_cents <= mean_cents) as is_after
    from forecast_past where period = 'quarter'`;
  const expected = { first: "2026-04-01", is_past: true, has_reps: false, is_after: true };
  expect(await loaded.all(sql)).toEqual([expected]);
});
