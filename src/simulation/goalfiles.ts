import { dateText } from "./days.ts";
import type { World } from "./deal.ts";
import type { Organisation } from "./organisation.ts";
import { at } from "./random.ts";
import { managerOn } from "./teams.ts";

export interface GoalOptions extends World {
  readonly organisation: Organisation;
}

/** Goals of the current fiscal year for the first and the second team, owned by their managers. */
export function goalsFile({ organisation: { teams }, fiscal, market }: GoalOptions): string {
  const year = fiscal.yearOf(market.asOf);
  const start = dateText(fiscal.yearStart(year));
  const due = dateText(fiscal.yearStart(year + 1) - 1);
  const half = dateText(fiscal.quarterStart(fiscal.quarterOf(fiscal.yearStart(year)) + 2) - 1);
  const first = at(teams, 0);
  const second = teams[1] ?? first;
  return `# Goals for the year, agreed before it began. One owner each.
- id: win-rate-up
  metric: win_rate
  entity: ${second.name}
  baseline: 0.24             # new and expansion deals, last four quarters
  target: 0.28
  start: ${start}
  due: ${due}
  owner: ${managerOn(second, market.asOf).id}
  milestones:
    - { due: ${half}, value: 0.26 }
- id: cycle-down
  metric: sales_cycle_days
  entity: ${first.name}
  baseline: 115
  target: 100
  start: ${start}
  due: ${due}
  owner: ${managerOn(first, market.asOf).id}
`;
}

/** What was changed and where, in the two years before the as-of date. */
export function initiativesFile({ organisation, fiscal, market }: GoalOptions): string {
  const quarter = fiscal.quarterOf(market.asOf);
  const begun = (back: number) => dateText(fiscal.quarterStart(quarter - back));
  const region = at(organisation.teams, 0).region;
  const director = organisation.directors.get(region)?.id ?? organisation.vicePresident.id;
  return `# What we changed and where, so that its effect can be looked for later.
- id: deal-desk
  name: Deal desk for discounts above 15 %
  scope: [${at(organisation.teams, 0).name}]
  start: ${begun(3)}
  metric: average_deal_size
  owner: ${director}
- id: webinar-follow-up
  name: Call webinar leads within a day
  scope: [Small Business]
  start: ${begun(2)}
  metric: lead_conversion
  owner: ${director}
`;
}
