import type { Component } from "./component.ts";
import type { Metric } from "./metric.ts";

/** What the figures of how quotas are set divide: columns of `kpi_attained`, `kpi_assigned` and `kpi_capacity`. */
export const quotaComponents: Readonly<Record<string, Component>> = {
  attained_count: { label: "reps who booked their quota of the period", unit: "count" },
  quota_rep_count: { label: "reps with a quota of the period", unit: "count" },
  earning_quota_cents: {
    label: "quotas of the year of reps with on-target earnings",
    unit: "money",
  },
  target_earnings_cents: {
    label: "on-target earnings for the months that the quotas are for",
    unit: "money",
  },
  earnings_count: { label: "reps with a quota and on-target earnings", unit: "count" },
  over_assigned_cents: { label: "quotas below a level less the level's own", unit: "money" },
  target_cents: { label: "the level's own quota", unit: "money" },
  assigned_count: { label: "quotas below the level", unit: "count" },
  capacity_cents: {
    label: "reps' ramped quotas × the attainment expected of them",
    unit: "money",
  },
  capacity_rep_count: { label: "reps with a quota in some month of the period", unit: "count" },
};

/** What figures of how quotas are set have in common. */
const quota = {
  needs: "reps' quotas (plans/quotas.csv)",
  lookbackMonths: 0,
  dateBasis: "period",
  hasQuartiles: false,
  needsMinCell: false,
} as const;

export const shareAtQuota: Metric = {
  ...quota,
  name: "share_at_quota",
  label: "Share of reps at quota",
  definition: "The share of the reps with a quota who have booked all of it or more.",
  formula: "reps with an attainment of 1 or more ÷ reps with a quota",
  components: "kpi_attained",
  numerator: "attained_count",
  denominator: "quota_rep_count",
  count: "quota_rep_count",
  unit: "ratio",
  better: "up",
  periods: "observed",
  entityTypes: ["company", "region", "team"],
  whenEmpty: null,
  nullRule: "Absent when no rep has a quota.",
  traps: ["a rep with a quota who left counts as well"],
};

export const quotaToOte: Metric = {
  ...quota,
  name: "quota_to_ote",
  label: "Quota to on-target earnings",
  definition:
    "How many times reps' quotas of a year cover what they earn on target; 4 to 8 is the usual advice. Never told of fewer people than the company's minimum.",
  formula:
    "quotas of the year ÷ on-target earnings of the months they are for, over reps with both",
  components: "kpi_attained",
  needs: "reps' quotas (plans/quotas.csv) and on-target earnings (people/roster.csv)",
  numerator: "earning_quota_cents",
  denominator: "target_earnings_cents",
  count: "earnings_count",
  unit: "multiple",
  better: "up",
  periods: "planned",
  entityTypes: ["company", "region", "team"],
  whenEmpty: null,
  nullRule:
    "Absent for months and quarters, and with fewer reps than the company's minimum: what one person earns can't be read from it.",
  traps: ["half a year's quota stands over half a year's earnings"],
};

export const overAssignment: Metric = {
  ...quota,
  name: "over_assignment",
  label: "Over-assignment",
  definition:
    "By how much the quotas below a level exceed that level's own: reps' quotas, and beside them teams' and regions'.",
  formula: "sum of the quotas below ÷ the level's own quota − 1",
  components: "kpi_assigned",
  needs: "quotas of reps and of a level above them (plans/quotas.csv)",
  numerator: "over_assigned_cents",
  denominator: "target_cents",
  count: "assigned_count",
  unit: "ratio",
  better: "down",
  periods: "planned",
  entityTypes: ["company", "region", "team"],
  whenEmpty: null,
  nullRule: "Absent when the level has no quota of its own, or nobody below has one.",
  traps: ["each level is told by itself: buffers of two levels multiply"],
};

export const rampedCapacity: Metric = {
  ...quota,
  name: "ramped_capacity",
  label: "Ramped capacity",
  definition:
    "What the reps can be expected to book of their quotas, new ones as far as they are ramped; over the target it should exceed 1.",
  formula:
    "sum over reps and months of quota × ramp share × expected attainment: the ramp is the company's quota.ramp, the attainment that of all quotas of reps in the last four quarters over before the period",
  components: "kpi_capacity",
  isAdditive: false,
  numerator: "capacity_cents",
  denominator: null,
  count: "capacity_rep_count",
  unit: "money",
  better: "up",
  periods: "planned",
  entityTypes: ["company", "region", "team", "rep"],
  whenEmpty: 0,
  nullRule: "Absent when no rep has a quota, and before a quarter with quotas is over.",
  traps: [
    "quotas that are lowered for new reps already aren't lowered again: quota.ramp is [] then",
    "nobody carries a quota in a month after they left",
  ],
};

export const quotaMetrics: readonly Metric[] = [
  shareAtQuota,
  quotaToOte,
  overAssignment,
  rampedCapacity,
];
