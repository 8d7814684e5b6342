import { beforeAll, describe, expect, test } from "vitest";
import { snapshotMarts } from "../../pipelines/deals/marts.ts";
import { type DealOutlook, dealOutlooks } from "../../pipelines/deals/outlook.ts";
import { deals } from "../../pipelines/deals.ts";
import { runMarts } from "../../pipelines/lineage.ts";
import { metrics } from "../../pipelines/metrics.ts";
import { simulateFiles } from "../simulation/company.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import { small } from "../workspaces/small.ts";

/** A simulated company as the files of a workspace. */
function simulated() {
  const { paths, text } = simulateFiles({ accounts: 100 });
  return Object.fromEntries(paths.map((path) => [path, `${text(path)}\n`]));
}

const outlooksOf = async ({ run }: Loaded): Promise<DealOutlook[]> => {
  const outlooks: DealOutlook[] = [];
  for await (const outlook of dealOutlooks(run)) outlooks.push(outlook);
  return outlooks;
};

/** What of an outlook a reader would see. */
const told = ({ cutoff, deals, incidence, worth }: DealOutlook) => ({
  cutoff,
  deals: deals.map(({ opportunity_id }) => opportunity_id),
  won: [...incidence.won],
  worth: [...worth],
});

describe("on a simulated company", () => {
  let loaded: Loaded;
  let visited: DealOutlook[];
  beforeAll(async () => {
    loaded = await load(simulated());
    await metrics(loaded.run);
    visited = [];
    await deals(loaded.run, (outlook) => visited.push(outlook));
  }, 120_000);

  test("every open deal is forecast once, with chances and expectations that agree", async () => {
    const [counts] = await loaded.all<Record<string, number | boolean>>(
      `select count(*) as n, bool_and(model = 'hazards') as is_fitted,
        bool_and(win_rate between 0 and 1 and win_rate_in_quarter between 0 and win_rate) as is_rate,
        bool_and(win_rate_in_quarter + win_rate_next_quarter <= win_rate + 1e-9) as is_within,
        bool_and(abs(expected_cents - win_rate * expected_if_won_cents) <= 1) as is_product,
        bool_and(expected_close_date > cutoff) as is_later
      from deal_forecast`,
    );
    const [open] = await loaded.column("select count(*) from opportunity where status = 'open'");
    expect(counts).toEqual({
      n: open,
      is_fitted: true,
      is_rate: true,
      is_within: true,
      is_product: true,
      is_later: true,
    });
  });

  test("chances by week never fall, and reach those by the end of the two quarters", async () => {
    const [counts] = await loaded.all<Record<string, number | boolean>>(
      `with followed as (
        select *, lag(won_rate, 1, 0) over weeks as won_before, lag(lost_rate, 1, 0) over weeks as lost_before
        from deal_week
        window weeks as (partition by opportunity_id order by week_end)
      ),
      ended as (
        select opportunity_id, max(won_rate) as won_rate, max(week_end) as last_week
        from deal_week group by opportunity_id
      )
      select
        (select bool_and(won_rate >= won_before and lost_rate >= lost_before and won_rate + lost_rate <= 1 + 1e-9) from followed) as is_rising,
        bool_and(abs(ended.won_rate - win_rate_in_quarter - win_rate_next_quarter) < 1e-9) as is_same,
        min(last_week) as first_end, max(last_week) as last_end
      from deal_forecast join ended using (opportunity_id)`,
    );
    // of the quarter after the one of 30 June 2026 in a year from February
    expect(counts).toEqual({
      is_rising: true,
      is_same: true,
      first_end: "2026-10-31",
      last_end: "2026-10-31",
    });
  });

  test("chances of quarters and years that are over are set against what came of them", async () => {
    const rows = await loaded.all<Record<string, number>>(
      `select horizon, count(*)::integer as deciles, sum(count_chances)::integer as n,
        sum(won_count)::integer as won, bool_and(won_rate between lower_rate and upper_rate) as is_within
      from deal_calibration group by horizon order by horizon`,
    );
    // each deal that was open at a monthly cutoff whose quarter, or year, was over by the as-of date
    const expected = await loaded.all(
      `with span as (
        select 'quarter' as horizon, cutoff, period_end as due
        from deal_cutoff join fiscal_period on period = 'quarter' and cutoff >= period_start and cutoff < period_end
        where is_monthly
        union all
        select 'year', cutoff, cutoff + 365 from deal_cutoff where is_monthly
      )
      select horizon, count(*)::integer as n
      from span join deal_snapshot using (cutoff) cross join run
      where due <= as_of group by horizon order by horizon`,
    );
    expect(rows.map(({ horizon, n }) => ({ horizon, n }))).toEqual(expected);
    for (const row of rows) expect(row).toMatchObject({ deciles: 10, is_within: true });
    expect(Number(rows[0]?.won)).toBeGreaterThan(100);
  });

  test("the earliest cutoffs, which know of hardly an end, pool all deals", () => {
    expect(visited[0]?.fitted.hazards.name).toBe("pooled");
    expect(visited.at(-1)).toMatchObject({
      isAsOf: true,
      fitted: { hazards: { name: "hazards" } },
    });
  });

  test("nothing known after a cutoff changes what is said at it", async () => {
    const before = await outlooksOf(loaded);
    const middle = before[Math.floor(before.length / 2)];
    if (middle === undefined) throw new Error("no cutoff");
    const after = `> date '${middle.cutoff}'`;
    // a signal that no fit could overlook: from then on every deal of the web is won, at a hundredfold
    await loaded.all(
      `update deal_outcome set outcome = 'won', won_cents = 100 * bookings_cents where known_on ${after}`,
    );
    await loaded.all(
      `update deal_snapshot set lead_source = 'Planted', count_pushes = 9 where cutoff ${after}`,
    );
    const planted = await outlooksOf(loaded);
    const upTo = (outlooks: readonly DealOutlook[]) =>
      outlooks.filter(({ cutoff }) => cutoff <= middle.cutoff).map(told);
    expect(upTo(planted)).toEqual(upTo(before));
    expect(told(planted.at(-1) ?? middle)).not.toEqual(told(before.at(-1) ?? middle));
  }, 120_000);
});

test("what drops of a later day tell changes no deal as it was known before", async () => {
  const files = simulated();
  const cutoff = "2026-05-31";
  // a change of that day or before that only a later drop told of is none of them
  const snapshotsOf = async (asOf: string) => {
    const loaded = await load(files, asOf);
    await metrics(loaded.run);
    await runMarts(loaded.run, snapshotMarts);
    const late = await loaded.column(
      `select distinct opportunity_id from opportunity_version
        where valid_from::date <= date '${cutoff}' and known_from > date '${cutoff}'`,
    );
    const rows = await loaded.all<{ opportunity_id: string }>(
      `select * exclude (lead_source, segment, industry) from deal_snapshot
        where cutoff = date '${cutoff}' order by opportunity_id`,
    );
    return { late: new Set(late), rows };
  };
  const then = await snapshotsOf(cutoff);
  const { late, rows } = await snapshotsOf("2026-06-30");
  const inTime = ({ opportunity_id }: { opportunity_id: string }) => !late.has(opportunity_id);
  expect(rows.filter(inTime).length).toBeGreaterThan(30);
  expect(rows.filter(inTime)).toEqual(then.rows.filter(inTime));
}, 120_000);

test("a company none of whose deals was seen open before pools what is believed", async () => {
  const loaded = await load(small);
  await metrics(loaded.run);
  await deals(loaded.run);
  const rows = await loaded.all(
    "select opportunity_id, model, reasons, win_rate from deal_forecast",
  );
  expect(rows).toEqual([{ opportunity_id: "D1", model: "pooled", reasons: "[]", win_rate: 0.25 }]);
});
