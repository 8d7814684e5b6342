import { beforeAll, describe, expect, test } from "vitest";
import { addBaselines } from "../../pipelines/baselines.ts";
import { forecast } from "../../pipelines/forecast.ts";
import { metrics } from "../../pipelines/metrics.ts";
import { scores } from "../../pipelines/scores.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import { csv, deal, type Fields, firstDrop, small, won } from "../workspaces/small.ts";

const state = (OpportunityId: string, CreatedDate: string, told: Fields): Fields => ({
  Id: `${OpportunityId} ${CreatedDate}`,
  OpportunityId,
  CreatedDate: `${CreatedDate}T12:00:00Z`,
  StageName: "Proposal",
  ...told,
});
const sold = (id: string, CreatedDate: string, CloseDate: string, Amount: string) => ({
  row: won(id, { CreatedDate, CloseDate, Amount, OwnerId: id === "W1" ? "U2" : "U1" }),
  history: [
    state(id, CreatedDate, { Amount: "800", Probability: "40", CloseDate: "2026-05-31" }),
    state(id, CloseDate, { Amount, Probability: "100", CloseDate, StageName: "Closed Won" }),
  ],
});

/** As of the last day of June: 700 won in the quarter a year before, 1,000 in this one. */
const deals = [
  sold("W0", "2024-11-01", "2024-12-10", "1"),
  sold("W1", "2025-05-01", "2025-05-20", "700"),
  sold("W2", "2026-01-05", "2026-05-10", "1000"),
  {
    // dated in this quarter, pushed out of it on 20 May
    row: deal("D1", { CreatedDate: "2026-02-01", Amount: "2000", Probability: "25" }),
    history: [
      state("D1", "2026-02-01", { Amount: "2000", Probability: "50", CloseDate: "2026-06-15" }),
      state("D1", "2026-05-20", { Amount: "2000", Probability: "25", CloseDate: "2026-09-30" }),
    ],
  },
  {
    // overdue since March
    row: deal("D2", {
      CreatedDate: "2026-03-01",
      CloseDate: "2026-03-15",
      Amount: "300",
      Probability: "10",
    }),
    history: [
      state("D2", "2026-03-01", { Amount: "300", Probability: "10", CloseDate: "2026-03-15" }),
    ],
  },
];

let loaded: Loaded;
beforeAll(async () => {
  loaded = await load({
    ...small,
    [`${firstDrop}/Opportunity.csv`]: csv(...deals.map(({ row }) => row)),
    [`${firstDrop}/OpportunityHistory.csv`]: csv(...deals.flatMap(({ history }) => history)),
  });
  await metrics(loaded.run);
  await forecast(loaded.run);
  await addBaselines(loaded.run);
  await scores(loaded.run);
});

const meansOf = (table: string, where: string) =>
  loaded.column(`select mean_cents from ${table} where ${where} order by all`);
const acme = "entity_type = 'company' and entity_id = 'Acme'";
const q2 = "period = 'quarter' and period_start = date '2026-04-01'";

describe("stage-weighted", () => {
  const weighted = `${acme} and model = 'stage_weighted'`;

  // W2 at 40 % of 800, D1 at half of 2,000, D2 at a tenth of 300: nothing of what came later
  test.each([
    ["the quarter at the end of April", q2, "2026-04-30", 135_000],
    [
      "April, in which what is overdue counts",
      "period = 'month' and period_start = '2026-04-01'",
      "2026-04-30",
      3_000,
    ],
    [
      "May, a month ahead",
      "period = 'month' and period_start = '2026-05-01'",
      "2026-04-30",
      32_000,
    ],
    // 1,000 are booked; D1 has gone
    ["the quarter at the end of May", q2, "2026-05-31", 103_000],
  ])("%s", async (_, period, cutoff, cents) => {
    const where = `${weighted} and ${period} and cutoff = date '${cutoff}'`;
    expect(
      await meansOf("forecast_stage_weighted", where.replace(/ and model = '\w+'/, "")),
    ).toEqual([cents]);
  });

  test("as of today, this quarter and the next", async () => {
    const ahead = `${weighted} and period = 'quarter' and period_start <= date '2026-07-01'`;
    expect(await meansOf("forecast", ahead)).toEqual([50_000, 103_000]);
  });

  test("is nobody's published forecast and tells no range", async () => {
    const sql = `select distinct is_published, upper_95_cents from forecast where ${weighted}`;
    expect(await loaded.all(sql)).toEqual([{ is_published: false, upper_95_cents: null }]);
  });

  test("adds up: reps, teams and segments to the company", async () => {
    const sql = `select entity_type, sum(mean_cents)::bigint as cents from forecast
      where model = 'stage_weighted' and ${q2} group by all order by all`;
    expect(await loaded.all(sql)).toEqual(
      ["company", "region", "rep", "segment", "team"].map((entity_type) => ({
        entity_type,
        cents: 103_000,
      })),
    );
  });
});

describe("the same period a year before", () => {
  test("is what was won then, a team's too", async () => {
    const naive = `model = 'naive' and ${q2}`;
    expect(await meansOf("forecast", `${acme} and ${naive}`)).toEqual([70_000]);
    // bob sold it; ann's first whole quarter was without a sale
    expect(await meansOf("forecast", `entity_id = 'South' and ${naive}`)).toEqual([70_000]);
    expect(await meansOf("forecast", `entity_id = 'ann' and ${naive}`)).toEqual([0]);
  });

  test("isn't known where the period isn't over, or wasn't whole", async () => {
    const next = `${acme} and model = 'naive' and period = 'year'`;
    // 2025 is whole; 2026, for 2027, isn't over
    expect(await loaded.column(`select period_start from forecast where ${next}`)).toEqual([
      "2026-01-01",
    ]);
    // the data begin in December 2024
    const early = `${acme} and model = 'naive' and period_start < date '2026-01-01'`;
    expect(await meansOf("forecast_backtest", early)).toEqual([]);
  });
});

test("one forecast of an entity and period is published", async () => {
  const sql = `select count(*) as n from (
    select 1 from forecast where entity_type in ('company', 'region', 'team')
    group by entity_type, entity_id, period, period_start having count(*) filter (is_published) <> 1)`;
  expect(await loaded.column(sql)).toEqual([0]);
});

test("a model has one back-test of an entity, period and cutoff", async () => {
  const sql = `select count(*) - count(distinct (target, entity_type, entity_id, period, period_start,
    cutoff, model)) as n from forecast_backtest`;
  expect(await loaded.column(sql)).toEqual([0]);
});
