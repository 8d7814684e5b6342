import type { Component } from "./component.ts";
import { type EntityType, entityTypes, type Metric } from "./metric.ts";

/** What the figures of activities divide: columns of `kpi_activity` and `kpi_effort`. */
export const effortComponents: Readonly<Record<string, Component>> = {
  activity_count: { label: "activities logged in the period", unit: "count" },
  rep_activity_count: { label: "activities that known reps logged in the period", unit: "count" },
  active_rep_count: { label: "reps who logged one in the period", unit: "count" },
  won_activity_count: {
    label: "activities logged on the deals won in the period, up to the win",
    unit: "count",
  },
  won_deal_count: { label: "deals won in the period, with and without activities", unit: "count" },
  open_activity_count: { label: "activities logged so far on the open deals", unit: "count" },
  open_deal_count: { label: "open deals, with and without activities", unit: "count" },
};

const sellers: readonly EntityType[] = ["company", "region", "team", "rep", "territory"];

export const activityCount: Metric = {
  components: "kpi_activity",
  needs: "an export of activities",
  name: "activity_count",
  label: "Activities",
  definition:
    "How many calls, emails, meetings, webinars and other activities were logged in a period; also by kind.",
  formula: "count of activities",
  numerator: "activity_count",
  denominator: null,
  count: "activity_count",
  hasQuartiles: false,
  unit: "count",
  better: "up",
  dateBasis: "activity_date",
  lookbackMonths: 0,
  periods: "observed",
  entityTypes: sellers,
  openCohort: "is_cut_short",
  whenEmpty: 0,
  nullRule: "Absent before the first activity on record.",
  needsMinCell: false,
  traps: ["an activity planned for a day to come hasn't happened"],
};

export const activitiesPerRep: Metric = {
  ...activityCount,
  name: "activities_per_rep",
  label: "Activities per rep",
  definition: "How many activities each rep who logged any logged in a period; also by kind.",
  formula: "activities of reps ÷ reps who logged one",
  numerator: "rep_activity_count",
  denominator: "active_rep_count",
  count: "active_rep_count",
  unit: "number",
  entityTypes: ["company", "region", "team"],
  whenEmpty: null,
  nullRule: "Absent when no activity was logged.",
  traps: [
    "a rep who logged nothing, on leave or without the tool, isn't counted below",
    "what an unknown person logged is nobody's effort",
  ],
};

const effort = {
  components: "kpi_effort",
  needs: "an export of activities that name their deal",
  hasQuartiles: true,
  unit: "number",
  better: "down",
  entityTypes,
  lookbackMonths: 0,
  whenEmpty: null,
  needsMinCell: true,
} as const;

export const activitiesPerWonDeal: Metric = {
  ...effort,
  name: "activities_per_won_deal",
  label: "Activities per deal won",
  definition:
    "How many activities the deals won in a period took, on average, with the median and quartiles; also by kind.",
  formula: "activities logged on won deals up to their close ÷ won deals",
  numerator: "won_activity_count",
  denominator: "won_deal_count",
  count: "won_deal_count",
  dateBasis: "close_date",
  periods: "observed",
  openCohort: "is_cut_short",
  nullRule: "Absent when no deal was won.",
  traps: [
    "a won deal without any activity counts below",
    "what was logged after the win didn't win it",
  ],
};

export const activitiesPerOpenDeal: Metric = {
  ...effort,
  name: "activities_per_open_deal",
  label: "Activities per open deal",
  definition:
    "How many activities the open deals have had so far, on average, with the median and quartiles; also by kind.",
  formula: "activities logged on open deals ÷ open deals",
  numerator: "open_activity_count",
  denominator: "open_deal_count",
  count: "open_deal_count",
  better: "up",
  dateBasis: "as_of",
  periods: "current",
  nullRule: "Absent when no deal is open.",
  traps: ["an open deal that nobody touched counts below"],
};

export const effortMetrics: readonly Metric[] = [
  activityCount,
  activitiesPerRep,
  activitiesPerOpenDeal,
  activitiesPerWonDeal,
];
