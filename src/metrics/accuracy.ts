import type { Component } from "./component.ts";
import type { Metric } from "./metric.ts";

/** What the figures of past forecasts divide: columns of `kpi_forecast_error`. */
export const accuracyComponents: Readonly<Record<string, Component>> = {
  error_cents: { label: "what forecasts were off by, summed without sign", unit: "money" },
  over_forecast_cents: { label: "forecasts less what was booked", unit: "money" },
  actual_cents: { label: "what was booked in the periods forecast", unit: "money" },
  added_cents: {
    label: "what the step before was off by less what the forecast was off by",
    unit: "money",
  },
  compared_actual_cents: {
    label: "what was booked in the periods with a step before",
    unit: "money",
  },
  inside_80_count: { label: "forecasts whose 80 % range held what came", unit: "count" },
  inside_95_count: { label: "forecasts whose 95 % range held what came", unit: "count" },
  ranged_count: { label: "back-tested forecasts with a range", unit: "count" },
  forecast_count: { label: "back-tested forecasts", unit: "count" },
  compared_count: { label: "back-tested forecasts with a step before", unit: "count" },
};

/** What figures of how forecasts came out have in common. */
const accuracy = {
  components: "kpi_forecast_error",
  needs: "complete periods that could be forecast again (a longer history of deals)",
  count: "forecast_count",
  lookbackMonths: 0,
  dateBasis: "period",
  periods: "observed",
  hasQuartiles: false,
  unit: "ratio",
  entityTypes: ["company", "region", "team"],
  whenEmpty: null,
  needsMinCell: false,
} as const;

export const forecastWape: Metric = {
  ...accuracy,
  name: "forecast_wape",
  label: "Forecast error",
  definition:
    "How far the last back-tested forecast of a period was off; beside it forecasts from farther ahead, people's calls and the same period of the year before.",
  formula: "sum of |actual − forecast| ÷ sum of actual bookings",
  numerator: "error_cents",
  denominator: "actual_cents",
  better: "down",
  nullRule: "Absent when the period isn't over, couldn't be forecast, or nothing was booked in it.",
  traps: [
    "errors are summed before they are divided: a small period's doesn't weigh as a large one's",
  ],
};

export const forecastBias: Metric = {
  ...accuracy,
  name: "forecast_bias",
  label: "Forecast bias",
  definition: "By how much forecasts of a period said more than came; below zero is too little.",
  formula: "sum of (forecast − actual) ÷ sum of actual bookings",
  numerator: "over_forecast_cents",
  denominator: "actual_cents",
  better: "down",
  nullRule: "Absent when the period isn't over, couldn't be forecast, or nothing was booked in it.",
  traps: ["plus means too much was forecast"],
};

export const forecastValueAdded: Metric = {
  ...accuracy,
  name: "forecast_value_added",
  label: "Forecast value added",
  definition:
    "By how much the forecast was closer than the same period of the year before, and than people's calls by the same day; below zero it was farther off.",
  formula: "error of the step before − error of the forecast, each over actual bookings",
  needs: "a year of complete periods before, or calls (plans/calls.csv)",
  numerator: "added_cents",
  denominator: "compared_actual_cents",
  count: "compared_count",
  better: "up",
  nullRule: "Absent when there is no step before: no year before the period, and no call.",
  traps: ["both steps are judged on the same periods and from the same day"],
};

export const rangeHeld80: Metric = {
  ...accuracy,
  name: "range_held_80",
  label: "80 % range held",
  definition: "The share of back-tested forecasts whose 80 % range held what came.",
  formula: "forecasts whose range held the actual bookings ÷ forecasts",
  numerator: "inside_80_count",
  denominator: "ranged_count",
  count: "ranged_count",
  better: "up",
  nullRule: "Absent when the period isn't over or couldn't be forecast.",
  traps: ["more than 80 % isn't better: the range was wider than it needed to be"],
};

export const rangeHeld95: Metric = {
  ...accuracy,
  name: "range_held_95",
  label: "95 % range held",
  definition: "The share of back-tested forecasts whose 95 % range held what came.",
  formula: "forecasts whose range held the actual bookings ÷ forecasts",
  numerator: "inside_95_count",
  denominator: "ranged_count",
  count: "ranged_count",
  better: "up",
  nullRule: "Absent when the period isn't over or couldn't be forecast.",
  traps: ["it is judged beside how wide the range is"],
};

export const accuracyMetrics: readonly Metric[] = [
  forecastWape,
  forecastBias,
  forecastValueAdded,
  rangeHeld80,
  rangeHeld95,
];
