import { describe, expect, test } from "vitest";
import { wilson } from "../../src/statistics/wilson.ts";
import { rowsOf } from "../workspaces/build.ts";
import { asking } from "../workspaces/tables.ts";

type Row = Readonly<Record<string, unknown>>;

/** The last four complete quarters of the sample, as of 2026-07-03 with years from February. */
const recent = "close_date between date '2025-05-01' and date '2026-04-30'";

/** What is said of where deals are won, recounted from the opportunities of a built sample. */
export function winningTests(folder: () => string): void {
  const ask = <Found = Row>(sql: string): Promise<Found[]> =>
    asking(folder(), (warehouse) => rowsOf<Found>(warehouse, sql));

  describe("where the sample wins", () => {
    test.each([
      ["segment", "coalesce(segment, 'unassigned')"],
      ["industry", "coalesce(industry, 'unassigned')"],
      ["lead_source", "coalesce(lead_source, 'unassigned')"],
    ])("counts every %s as a recount of the opportunities does", async (dimension, column) => {
      const found = await ask(`select value, won_count, lost_count, won_amount_cents, activity_count
        from win_cell where span = 'recent' and scope = 'new' and dimension = '${dimension}'
        order by value`);
      const recounted = await ask(`select ${column} as value,
          count(*) filter (status = 'won') as won_count,
          count(*) filter (status = 'lost') as lost_count,
          sum(amount_cents) filter (status = 'won') as won_amount_cents,
          sum(coalesce(done, 0)) as activity_count
        from opportunity
        left join (
          select activity.opportunity_id, count(*) as done
          from activity join opportunity using (opportunity_id)
          where activity_date <= close_date group by 1
        ) as work using (opportunity_id)
        where status <> 'open' and deal_type = 'new' and ${recent}
        group by 1 order by 1`);
      expect(found).toEqual(recounted);
      expect(found.length).toBeGreaterThan(2);
    });

    test("gives Wilson's range about the share won", async () => {
      const rows = await ask<Record<string, number>>(
        "select won_count, lost_count, win_rate, lower_rate, upper_rate from win_estimate where span = 'recent' and scope = 'new' and status = 'ok'",
      );
      for (const { won_count = 0, lost_count = 0, ...row } of rows) {
        expect(row.win_rate).toBeCloseTo(won_count / (won_count + lost_count), 12);
        const { lower, upper } = wilson(won_count, won_count + lost_count);
        expect(row.lower_rate).toBeCloseTo(lower, 10);
        expect(row.upper_rate).toBeCloseTo(upper, 10);
      }
      expect(rows.length).toBeGreaterThan(20);
    });

    test("every dimension's values add up to all deals, products' amounts to the cent", async () => {
      const sums = await ask(`select dimension, sum(won_amount_cents)::bigint as cents
        from win_cell where span = 'all' and scope = 'all' group by 1`);
      expect(new Set(sums.map((row) => row.cents)).size).toBe(1);
      const counts = await ask(`select dimension, sum(won_count + lost_count)::bigint as n
        from win_cell where span = 'all' and scope = 'all' and dimension <> 'product' group by 1`);
      expect(new Set(counts.map((row) => row.n)).size).toBe(1);
      const shares = await ask<{ total: number }>(
        "select sum(round(effort_rate * 1e9)::bigint) / 1e9 as total from win_yield where scope = 'new' and dimension <> 'product' group by span, dimension, measure",
      );
      for (const { total } of shares) expect(total).toBeCloseTo(1, 2);
    });

    test.each(["win_rate", "loss_share_count"])("sums to the %s of the KPIs", async (metric) => {
      const [kpi] = await ask(`select sum(denominator)::bigint as n from (
          select distinct period_start, denominator
          from kpi
          where metric = '${metric}' and entity_type = 'company' and period = 'quarter'
            and view = 'as_is' and (breakdown is null or starts_with(breakdown, 'reason'))
            and period_start between date '2025-05-01' and date '2026-02-01'
        )`);
      const [board] =
        await ask(`select ${metric === "win_rate" ? "won_count + lost_count" : "lost_count"} as n
        from win_board where span = 'recent' and scope = 'all'`);
      expect(kpi).toEqual(board);
    });

    test("loses from the stage of the KPI, and spends the days of its stays", async () => {
      const stages = await ask(`select stage, lost_count, days from win_stage
        where span = 'recent' and scope = 'all' order by stage`);
      const recounted = await ask(`select stay.stage,
          count(*) filter (lost_stage = stay.stage) as lost_count,
          sum(stay_days)::bigint as days
        from kpi_stage_stay as stay join kpi_deal using (opportunity_id)
        where kpi_deal.status <> 'open' and ${recent}
        group by 1 order by 1`);
      expect(stages).toEqual(recounted);
    });

    test("a product known of few lost deals isn't compared", async () => {
      const [product] = await ask(`select is_comparable, is_modelled from win_dimension
        where span = 'all' and scope = 'new' and dimension = 'product'`);
      expect(product).toEqual({ is_comparable: false, is_modelled: false });
    });

    // src/simulation/path.ts: referrals are easier to win; industry and region make no difference
    test("finds what was planted in new business, and nothing that wasn't", async () => {
      const named = await ask(`select dimension, value, win_rate > 0.222 as is_above
        from win_estimate where span = 'all' and scope = 'new' and differs_probability < 0.05`);
      expect(named).toEqual([
        { dimension: "lead_source", value: "Partner Referral", is_above: true },
      ]);
      const effects = await ask<{ value: string; odds_ratio: number }>(`select value, odds_ratio
        from win_estimate where span = 'all' and scope = 'new' and dimension = 'lead_source'
        order by odds_ratio desc limit 2`);
      expect(effects.map(({ value }) => value).toSorted()).toEqual([
        "Customer Referral",
        "Partner Referral",
      ]);
      for (const { odds_ratio } of effects) expect(odds_ratio).toBeGreaterThan(1.2);
    });
  });
}
