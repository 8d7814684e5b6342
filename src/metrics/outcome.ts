import { entityTypes, type Metric } from "./metric.ts";

/** What the outcomes of closed deals have in common. */
const closed = {
  components: "kpi_component",
  needs: "an export of deals, closed ones among them",
  dateBasis: "close_date",
  lookbackMonths: 0,
  periods: "observed",
  entityTypes,
  hasQuartiles: false,
} as const;

export const bookings: Metric = {
  ...closed,
  name: "bookings",
  label: "Bookings",
  definition: "The value of the deals won in a period, by the measure the company books in.",
  formula: "sum of the bookings of won deals",
  numerator: "bookings_cents",
  denominator: null,
  count: "bookings_count",
  unit: "money",
  better: "up",
  whenEmpty: 0,
  nullRule: "Absent when deals were won and none of them has a value.",
  needsMinCell: false,
  traps: [
    "won is the stage's own status, never the forecast category",
    "a missing value isn't zero",
  ],
};

export const wonCount: Metric = {
  ...closed,
  name: "won_count",
  label: "Deals won",
  definition: "How many deals were won in a period.",
  formula: "count of won deals",
  numerator: "won_count",
  denominator: null,
  count: "won_count",
  unit: "count",
  better: "up",
  whenEmpty: 0,
  nullRule: "Never absent.",
  needsMinCell: false,
  traps: ["a deal without an amount counts"],
};

export const lostCount: Metric = {
  ...closed,
  name: "lost_count",
  label: "Deals lost",
  definition: "How many deals were lost in a period.",
  formula: "count of lost deals",
  numerator: "lost_count",
  denominator: null,
  count: "lost_count",
  unit: "count",
  better: "down",
  whenEmpty: 0,
  nullRule: "Never absent.",
  needsMinCell: false,
  traps: ["a stage of 0 % that isn't closed is no loss"],
};

export const winRate: Metric = {
  ...closed,
  name: "win_rate",
  label: "Win rate",
  definition: "The share of the deals decided in a period that were won.",
  formula: "won deals ÷ (won + lost deals)",
  numerator: "won_count",
  denominator: "closed_count",
  count: "closed_count",
  unit: "ratio",
  better: "up",
  whenEmpty: null,
  nullRule: "Absent when no deal was won or lost.",
  needsMinCell: true,
  traps: [
    "wins and no losses are a rate of 1, neither 0 nor absent",
    "a team's rate is the team's wins over the team's decisions, not a sum or mean of rates",
    "the period in which the data begin holds only the fast wins: it is partial",
  ],
};

export const winRateValue: Metric = {
  ...closed,
  name: "win_rate_value",
  label: "Win rate by value",
  definition: "The share of the amount decided in a period that was won.",
  formula: "amount won ÷ (amount won + amount lost)",
  numerator: "won_amount_cents",
  denominator: "closed_amount_cents",
  count: "closed_amount_count",
  unit: "ratio",
  better: "up",
  whenEmpty: null,
  nullRule:
    "Absent when no amount was decided, and when fewer than half of the won or fewer than half of the lost deals have an amount: the share would only show which deals were filled in.",
  needsMinCell: true,
  traps: ["lost deals without amounts don't make a rate of 1"],
};
