import { describe, expect, test } from "vitest";
import { components } from "../../src/metrics/component.ts";
import { formulaTables } from "../../src/metrics/formula/column.ts";
import { metricNamed, metricRows, metrics } from "../../src/metrics/registry.ts";
import { type Kpi, kpisOf, select } from "./company.ts";

const named = metrics.flatMap(({ numerator, denominator, count }) =>
  denominator === null ? [numerator, count] : [numerator, denominator, count],
);

describe("the registry", () => {
  // names as in the table "Metrics" of the field's formulas, and the splits that it asks for
  test("defines each metric once", () => {
    const names = metrics.map((metric) => metric.name);
    expect(names).toEqual([...new Set(names)]);
    expect(names.toSorted()).toEqual([
      "activities_per_open_deal",
      "activities_per_rep",
      "activities_per_won_deal",
      "activity_count",
      "arr",
      "average_deal_size",
      "bookings",
      "cac",
      "cac_payback_months",
      "coverage_needed",
      "deal_throughput",
      "dso",
      "enps",
      "forecast_bias",
      "forecast_value_added",
      "forecast_wape",
      "grr",
      "lead_conversion",
      "lead_to_won",
      "lead_to_won_days",
      "loss_share",
      "loss_share_count",
      "lost_count",
      "ltv",
      "magic_number",
      "mrr",
      "nrr",
      "open_pipeline",
      "open_share_created",
      "over_assignment",
      "pipeline_coverage",
      "push_rate",
      "push_rate_value",
      "quota_attainment",
      "quota_to_ote",
      "ramped_capacity",
      "range_held_80",
      "range_held_95",
      "sales_cycle_days",
      "sales_velocity",
      "share_at_quota",
      "slip_rate",
      "stage_conversion",
      "stage_days",
      "survey_response_rate",
      "units_sold",
      "win_curve",
      "win_rate",
      "win_rate_created",
      "win_rate_value",
      "won_count",
    ]);
  });

  test("words every component that metrics name, and no other", () => {
    expect(new Set(Object.keys(components))).toEqual(new Set(named));
  });

  test("writes what a reader sees as sentences and says when a value is absent", () => {
    for (const metric of metrics) {
      expect(metric.definition).toMatch(/^[A-Z].*\.$/);
      expect(metric.nullRule).toMatch(/^(Absent|Never absent).*\.$/);
      expect(metric.traps.length).toBeGreaterThan(0);
    }
  });

  test("names no CRM's file as what a figure needs, only the company's own", () => {
    const needs = [...metrics, ...Object.values(formulaTables)].map((one) => one.needs);
    for (const words of needs) expect(words).not.toMatch(/[A-Z]\w*\.csv/);
  });

  test("gives rows in its own order", () => {
    expect(metricRows().map((row) => row.position)).toEqual(metrics.map((_, index) => index));
  });

  test("finds a metric by name and refuses an unknown one", () => {
    expect(metricNamed("win_rate").label).toBe("Win rate");
    expect(() => metricNamed("winrate")).toThrow("unknown metric: winrate");
  });
});

describe("what the registry says of empty periods", () => {
  const quiet: Promise<Kpi[]> = kpisOf({
    deals: [
      {
        id: "1",
        rep: "a",
        status: "won",
        amount: 100,
        created: "2026-01-01",
        closed: "2026-01-09",
      },
    ],
    asOf: "2026-03-31",
  });

  const ofDeals = metrics.filter((metric) => metric.components === "kpi_component");

  test.each(ofDeals.filter((metric) => metric.periods === "observed"))(
    "holds in a month without deals: $name",
    async ({ name, whenEmpty }) => {
      const wanted = { metric: name, period: "month", period_start: "2026-02-01" } as const;
      const found = select(await quiet, { ...wanted, entity_type: "company" });
      expect(found.map((kpi) => kpi.value)).toEqual([whenEmpty, whenEmpty]);
      const status = whenEmpty === null ? "absent" : "ok";
      expect(found.map((kpi) => kpi.status)).toEqual([status, status]);
    },
  );
});
