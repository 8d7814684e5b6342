import { dateText } from "./days.ts";
import type { Goal } from "./goals/goal.ts";
import { goalsOf } from "./goals.ts";
import { at } from "./random.ts";
import type { QuotaOptions } from "./targets.ts";

const heading =
  "# Goals of the year and of the one before, agreed before each began. One owner each.\n";

/** The goals as the company writes them down. */
export const goalsFile = (options: QuotaOptions): string =>
  heading + goalsOf(options).map(goalText).join("");

/** In the order in which a reader looks for them; the milestones follow. */
const keys = [
  "id",
  "metric",
  "entity",
  "entity_type",
  "baseline",
  "target",
  "maintain",
  "start",
  "due",
  "owner",
  "parent",
  "recorded_on",
  "note",
] as const;

function goalText(goal: Goal): string {
  const { milestones = [] } = goal;
  const lines = keys.flatMap((key) => (goal[key] === undefined ? [] : [`${key}: ${goal[key]}`]));
  const stations = milestones.map(({ due, value }) => `  - { due: ${due}, value: ${value} }`);
  const all = stations.length > 0 ? [...lines, "milestones:", ...stations] : lines;
  return `- ${all.join("\n  ")}\n`;
}

/** What was changed and where, in the two years before the as-of date. */
export function initiativesFile({
  organisation,
  fiscal,
  market,
}: Pick<QuotaOptions, "organisation" | "fiscal" | "market">): string {
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
