import type { SimulationOptions } from "./options.ts";
import { at } from "./random.ts";
import { sourcesOf } from "./sourceblocks.ts";
import { lostStage, stagePercents, stages, wonStage } from "./words/deals.ts";

/** The company file, commented as a person would. */
export function companyFile(options: SimulationOptions): string {
  return `# The company that this workspace is about. Every rebuild reads this file first.
name: ${options.companyName}            # shown on every page; also the entity_id of the company
currency: USD                   # ISO 4217; every figure is published in it
fiscal_year_starts: ${options.fiscalYearStartMonth}           # month 1-12; a fiscal year is named for the year in which it ends
time_zone: America/New_York     # turns CRM timestamps into dates
bookings_measure: amount        # amount | annual | recurring

sources:
${sourcesOf(options).join("\n")}
stages:                         # every stage an export may hold, in the order of a sale
${stageLines().join("\n")}

${matchingOf(options)}settings:
  min_cell: 5                   # groups smaller than this show no averages
  share_at_quota_aim: 0.65
  rejected_rows_limit: 0.01
  rejected_amount_limit: 0.005

quota:
  growth: 0.12                  # next year's target over this year's forecast, until the board sets one
  ramp: []                      # share of a full quota in each month of service; new reps' quotas are lowered already

finance:
  gross_margin: 0.76            # of revenue, after what it costs to deliver
  cac_lag_months: 3             # from what sales and marketing spend to the customers it wins

metrics:                        # KPIs of our own, beside the built-in ones
  - name: services_share
    label: Share of services
    definition: The share of what was sold in a period that is services.
    formula: >-
      sum(opportunity_line.amount_cents, opportunity.status == "won" and product.family == "Services")
      / sum(opportunity_line.amount_cents, opportunity.status == "won")
    unit: ratio
    date_basis: close_date
    better: down
`;
}

/** Only several sources have anything to match. */
const matchingOf = ({ layout }: SimulationOptions) =>
  layout === "both"
    ? `matching:                       # what tells that records of two sources are one; tried in order
  account: [domain, name]
  rep: [email, name]            # besides the roster's crm_user_id

`
    : "";

const stageLines = () =>
  stages.map((stage, index) => {
    if (index === wonStage) return `  - { stage: ${stage}, status: won }`;
    if (index === lostStage) return `  - { stage: ${stage}, status: lost }`;
    const share = (at(stagePercents, index) / 100).toFixed(2);
    return `  - { stage: ${stage}, status: open, probability: ${share} }`;
  });
