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

settings:
  min_cell: 5                   # groups smaller than this show no averages
  share_at_quota_aim: 0.65
  rejected_rows_limit: 0.01
  rejected_amount_limit: 0.005

quota:
  growth: 0.12                  # next year's target over this year's forecast, until the board sets one
`;
}

const stageLines = () =>
  stages.map((stage, index) => {
    if (index === wonStage) return `  - { stage: ${stage}, status: won }`;
    if (index === lostStage) return `  - { stage: ${stage}, status: lost }`;
    const share = (at(stagePercents, index) / 100).toFixed(2);
    return `  - { stage: ${stage}, status: open, probability: ${share} }`;
  });
