import type { Component } from "./component.ts";
import { entityTypes, type Metric } from "./metric.ts";
import { history, unsplit } from "./pipeline.ts";

/** What the figures of moved close dates divide: columns of `kpi_push`. */
export const pushComponents: Readonly<Record<string, Component>> = {
  dated_count: { label: "open deals dated in the period when it began", unit: "count" },
  pushed_count: {
    label: "of those, deals whose close date has left the period",
    unit: "count",
  },
  dated_bookings_count: {
    label: "open deals dated in the period when it began that have a value",
    unit: "count",
  },
  dated_bookings_cents: {
    label: "bookings that open deals dated in the period when it began would bring",
    unit: "money",
  },
  pushed_bookings_cents: {
    label: "of those, bookings of deals whose close date has left the period",
    unit: "money",
  },
  called_count: {
    label: "open deals in commit or best case dated in the period when it began",
    unit: "count",
  },
  slipped_count: { label: "of those, deals open when the period ended", unit: "count" },
};

const dated = {
  components: "kpi_push",
  needs: history,
  hasQuartiles: false,
  unit: "ratio",
  better: "down",
  dateBasis: "period",
  lookbackMonths: 0,
  periods: "observed",
  whenEmpty: null,
  needsMinCell: true,
} as const;

export const slipRate: Metric = {
  ...dated,
  name: "slip_rate",
  label: "Slip rate",
  definition:
    "The share of the deals called commit or best case for a period when it began that were still open when it ended.",
  formula:
    "commit or best-case deals still open at the period's end ÷ commit or best-case deals at its start",
  numerator: "slipped_count",
  denominator: "called_count",
  count: "called_count",
  entityTypes,
  nullRule:
    "Absent when no deal was commit or best case at the period's start, and while the period runs.",
  traps: ["the category is that of the period's first day, not today's", "a lost deal didn't slip"],
};

export const pushRate: Metric = {
  ...dated,
  name: "push_rate",
  label: "Push rate",
  definition:
    "The share of the open deals dated in a period when it began whose close date has left the period.",
  formula: "deals whose close date left the period ÷ deals dated in it at its start",
  numerator: "pushed_count",
  denominator: "dated_count",
  count: "dated_count",
  entityTypes,
  nullRule: "Absent when no open deal was dated in the period when it began.",
  traps: [
    "a deal created during the period wasn't dated in it at its start",
    "an open deal whose date passed within the period wasn't pushed: it may have slipped",
    "a deal deleted since was dated in the period all the same",
  ],
};

export const pushRateValue: Metric = {
  ...dated,
  name: "push_rate_value",
  label: "Push rate by value",
  definition:
    "The share of the open pipeline dated in a period when it began whose close date has left the period.",
  formula: "value of deals whose close date left the period ÷ value dated in it at its start",
  numerator: "pushed_bookings_cents",
  denominator: "dated_bookings_cents",
  count: "dated_bookings_count",
  entityTypes: unsplit,
  nullRule: "Absent when no open deal with a value was dated in the period when it began.",
  traps: ["the value is that of the period's first day, whatever the deal was worth later"],
};

export const pushMetrics: readonly Metric[] = [slipRate, pushRate, pushRateValue];
