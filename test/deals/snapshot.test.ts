import { beforeAll, describe, expect, test } from "vitest";
import { snapshotMarts } from "../../pipelines/deals/marts.ts";
import { runMarts } from "../../pipelines/lineage.ts";
import { metrics } from "../../pipelines/metrics.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import type { Fields } from "../workspaces/small.ts";
import { followed } from "./followed.ts";

/** The columns of a deal at a cutoff. */
const at = async ({ all }: Loaded, id: string, cutoff: string) =>
  (
    await all<Fields>(
      `from deal_snapshot where opportunity_id = '${id}' and cutoff = date '${cutoff}'`,
    )
  )[0];

describe("deals as known at the end of a cutoff", () => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await load(followed);
    await metrics(loaded.run);
    await runMarts(loaded.run, snapshotMarts);
  });

  test("cutoffs lie as far from their month's end as the as-of date, and a week apart", async () => {
    const monthly = "select cutoff::varchar from deal_cutoff where is_monthly order by cutoff";
    // the first deal was closed in March
    expect(await loaded.column(monthly)).toEqual([
      "2026-03-31",
      "2026-04-30",
      "2026-05-31",
      "2026-06-30",
    ]);
    const weekly = "select count(*), min(cutoff)::varchar from deal_cutoff where is_weekly";
    expect(await loaded.all(weekly)).toEqual([
      { "count_star()": 14, "CAST(min(cutoff) AS VARCHAR)": "2026-03-31" },
    ]);
  });

  test("a change counts from the day that it was made", async () => {
    expect(await at(loaded, "D1", "2026-03-31")).toMatchObject({
      bookings_cents: 100_000,
      amount_change_rate: 0,
      count_pushes: 0,
      days_to_close: 61,
      stage_days: 30,
      age_days: 30,
    });
    expect(await at(loaded, "D1", "2026-04-30")).toMatchObject({
      bookings_cents: 80_000,
      amount_change_rate: expect.closeTo(-0.2, 12),
      count_pushes: 1,
      pushed_days: 30,
      days_to_close: 61,
      stage_days: 60,
    });
  });

  test("activities count up to the cutoff, recent ones for thirty days", async () => {
    // nobody had logged any activity by the end of March
    expect(await at(loaded, "D1", "2026-03-31")).toMatchObject({
      idle_days: null,
      count_recent_activities: null,
    });
    expect(await at(loaded, "D1", "2026-04-30")).toMatchObject({
      idle_days: 20,
      count_recent_activities: 1,
    });
    expect(await at(loaded, "D1", "2026-05-31")).toMatchObject({
      idle_days: 11,
      count_recent_activities: 1,
    });
    expect(await at(loaded, "D1", "2026-06-30")).toMatchObject({
      idle_days: 28,
      count_recent_activities: 1,
    });
    expect(await at(loaded, "D2", "2026-04-30")).toMatchObject({
      idle_days: 56,
      count_recent_activities: 0,
    });
  });

  test("a rep's and an account's record hold what had ended by the cutoff", async () => {
    expect(await at(loaded, "D1", "2026-03-24")).toBeUndefined();
    expect(await at(loaded, "D1", "2026-03-31")).toMatchObject({
      rep_won_count: 1,
      rep_closed_count: 1,
      account_last_outcome: "won",
    });
    expect(await at(loaded, "D1", "2026-05-31")).toMatchObject({
      rep_won_count: 2,
      rep_closed_count: 3,
      company_won_count: 2,
      company_closed_count: 3,
      account_won_count: 2,
      account_last_outcome: "lost",
    });
  });

  test("a deal stands there until the day before it is known to have ended", async () => {
    expect(await at(loaded, "D2", "2026-04-30")).toBeDefined();
    expect(await at(loaded, "D2", "2026-05-31")).toBeUndefined();
    expect(
      await loaded.all(
        `select opportunity_id, outcome, ended_on::varchar as ended, known_on::varchar as known
          from deal_outcome order by opportunity_id`,
      ),
    ).toEqual([
      // won on its close date, which was noted two days later
      { opportunity_id: "D2", outcome: "won", ended: "2026-05-10", known: "2026-05-12" },
      { opportunity_id: "D3", outcome: "lost", ended: "2026-05-20", known: "2026-05-20" },
      { opportunity_id: "D4", outcome: "won", ended: "2026-03-31", known: "2026-03-31" },
    ]);
  });
});
