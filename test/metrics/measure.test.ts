import { expect, test } from "vitest";
import { measureOf } from "../../src/metrics/measure.ts";
import { metricNamed, metrics } from "../../src/metrics/registry.ts";

test.each([
  ["bookings", "sum"],
  ["won_count", "sum"],
  ["activity_count", "sum"],
  ["quota_attainment", "share"],
  ["win_rate", "rate"],
  ["sales_cycle_days", "rate"],
  ["lead_conversion", "rate"],
  ["slip_rate", "period"],
  ["win_curve", "period"], // a share by an age, which doesn't add up over months
  ["sales_velocity", "level"],
  ["open_pipeline", "level"],
])("%s is followed as a %s", (name, measure) => {
  expect(measureOf(metricNamed(name))).toBe(measure);
});

test("nothing but money and counts adds up", () => {
  const sums = metrics.filter((metric) => measureOf(metric) === "sum");
  expect(new Set(sums.map(({ unit }) => unit))).toEqual(new Set(["money", "count"]));
});
