import { accuracyComponents } from "./accuracy.ts";
import { createdComponents } from "./cohort.ts";
import { effortComponents } from "./effort.ts";
import { financeComponents } from "./finance.ts";
import { leadComponents } from "./lead.ts";
import { lossComponents } from "./loss.ts";
import type { Unit } from "./metric.ts";
import { surveyComponents } from "./people.ts";
import { pipelineComponents } from "./pipeline.ts";
import { pushComponents } from "./push.ts";
import { quotaComponents } from "./quota.ts";
import { recurringComponents } from "./recurring.ts";
import { stageComponents } from "./stage.ts";

/** A sum or count that metrics divide: what it holds for one entity, period and view. */
export interface Component {
  readonly label: string;
  readonly unit: Unit;
}

/** Every component that metrics divide or count, by its column: one name means one thing in all families. */
export const components: Readonly<Record<string, Component>> = {
  ...createdComponents,
  ...stageComponents,
  ...pipelineComponents,
  ...pushComponents,
  ...lossComponents,
  ...effortComponents,
  ...leadComponents,
  bookings_cents: {
    label: "bookings of deals won in the period, by the company's bookings measure",
    unit: "money",
  },
  bookings_count: { label: "deals won in the period that have bookings", unit: "count" },
  won_count: { label: "deals won in the period", unit: "count" },
  lost_count: { label: "deals lost in the period", unit: "count" },
  closed_count: { label: "deals won or lost in the period", unit: "count" },
  won_amount_cents: { label: "amount of deals won in the period", unit: "money" },
  won_amount_count: { label: "deals won in the period that have an amount", unit: "count" },
  closed_amount_cents: { label: "amount of deals won or lost in the period", unit: "money" },
  closed_amount_count: {
    label: "deals won or lost in the period that have an amount",
    unit: "count",
  },
  cycle_days: {
    label: "days from creation to close, summed over deals won in the period",
    unit: "days",
  },
  cycle_count: { label: "deals won in the period with a known length", unit: "count" },
  months_elapsed: {
    label: "months of the period that have passed, a begun month by its days",
    unit: "count",
  },
  open_bookings_cents: {
    label: "bookings that open deals would bring, with a close date in what is left of the period",
    unit: "money",
  },
  open_count: {
    label: "open deals with a close date in what is left of the period",
    unit: "count",
  },
  quota_cents: { label: "quota of the period", unit: "money" },
  remaining_quota_cents: { label: "quota of the period less its bookings so far", unit: "money" },
  expected_cents: {
    label: "open deals × average deal size × win rate of the last twelve months",
    unit: "money",
  },
  mean_cycle_days: { label: "average sales cycle of the last twelve months", unit: "days" },
  recent_count: {
    label:
      "deals closed in the last twelve months: the smallest sample behind size, rate and cycle",
    unit: "count",
  },
  ...quotaComponents,
  ...accuracyComponents,
  ...recurringComponents,
  ...financeComponents,
  ...surveyComponents,
};
