import type { Component } from "./component.ts";
import { entityTypes, type Metric } from "./metric.ts";

/** What the figures of losses and of units divide: columns of `kpi_loss` and `kpi_unit`. */
export const lossComponents: Readonly<Record<string, Component>> = {
  loss_part_cents: {
    label: "amount of deals lost in the period for the reason, to the competitor or from the stage",
    unit: "money",
  },
  lost_amount_cents: { label: "amount of all deals lost in the period", unit: "money" },
  lost_amount_count: { label: "deals lost in the period that have an amount", unit: "count" },
  loss_part_count: {
    label: "deals lost in the period for the reason, to the competitor or from the stage",
    unit: "count",
  },
  lost_deal_count: { label: "all deals lost in the period", unit: "count" },
  unit_count: { label: "units on the lines of deals won in the period", unit: "count" },
  unit_line_count: { label: "lines with a quantity on deals won in the period", unit: "count" },
};

const loss = {
  components: "kpi_loss",
  partedBy: "reason, competitor and stage",
  needs: "an export of lost deals with their reasons, competitors or stage history",
  hasQuartiles: false,
  unit: "ratio",
  better: "down",
  dateBasis: "close_date",
  lookbackMonths: 0,
  periods: "observed",
  entityTypes,
  whenEmpty: null,
  needsMinCell: true,
} as const;

export const lossShare: Metric = {
  ...loss,
  name: "loss_share",
  label: "Share of loss by value",
  definition:
    "The share of the amount lost in a period that went for one reason, to one competitor or from one stage.",
  formula: "amount lost for the reason, to the competitor or from the stage ÷ all amount lost",
  numerator: "loss_part_cents",
  denominator: "lost_amount_cents",
  count: "lost_amount_count",
  nullRule:
    "Absent when no amount was lost, and when fewer than half of the lost deals have an amount.",
  traps: ["lost deals without a reason are a share of their own, so that all shares sum to 1"],
};

export const lossShareCount: Metric = {
  ...loss,
  name: "loss_share_count",
  label: "Share of losses",
  definition:
    "The share of the deals lost in a period that went for one reason, to one competitor or from one stage.",
  formula: "deals lost for the reason, to the competitor or from the stage ÷ all deals lost",
  numerator: "loss_part_count",
  denominator: "lost_deal_count",
  count: "lost_deal_count",
  nullRule: "Absent when no deal was lost.",
  traps: ["the stage is the last open one of the deal, not the stage that closed it"],
};

export const unitsSold: Metric = {
  components: "kpi_unit",
  needs: "an export of line items with quantities",
  name: "units_sold",
  label: "Units sold",
  definition:
    "How many units the lines of the deals won in a period add up to, product by product.",
  formula: "sum of quantities on the lines of won deals",
  numerator: "unit_count",
  denominator: null,
  count: "unit_line_count",
  hasQuartiles: false,
  unit: "count",
  better: "up",
  dateBasis: "close_date",
  lookbackMonths: 0,
  periods: "observed",
  entityTypes,
  whenEmpty: 0,
  nullRule: "Never absent where lines have quantities.",
  needsMinCell: false,
  traps: [
    "a deal that names a product and has no lines is one unit of it",
    "units of unlike products add up to a number of things, not to a value",
  ],
};

export const lossMetrics: readonly Metric[] = [unitsSold, lossShare, lossShareCount];
