import { dateText } from "./days.ts";
import { type Fiscal, yearLabel } from "./fiscal.ts";
import type { Market } from "./market.ts";
import { at } from "./random.ts";
import type { Team } from "./teams.ts";

interface ScenarioOptions {
  readonly teams: readonly Team[];
  readonly fiscal: Fiscal;
  readonly market: Market;
}

/** What planners weigh for next year, by name: a downturn, and the same with quotas that can be made. */
export function scenarioFiles(options: ScenarioOptions): Readonly<Record<string, string>> {
  return { downturn: downturn(options), attainable };
}

function downturn({ teams, fiscal, market }: ScenarioOptions): string {
  const year = fiscal.yearOf(market.asOf) + 1;
  const first = fiscal.quarterOf(fiscal.yearStart(year));
  const month = (quarter: number) => dateText(fiscal.quarterStart(first + quarter)).slice(0, 7);
  const hire = (team: Team, quarter: number) =>
    `  - { month: ${month(quarter)}, team: ${team.name}, role: account_executive, count: 2 }`;
  return `# The market shrinks in the second half; reps are hired early to make up for it.
year: ${yearLabel(year)}
market:
  - { change: -0.12, from: ${month(2)} }
hires:
${[...new Set([at(teams, 0), at(teams, teams.length - 1)])].map(hire).join("\n")}
attrition: 0.1              # share of reps who leave within the year
`;
}

const attainable = `# The downturn, with quotas that two in three can make.
extends: downturn
share_at_quota: 0.65
guardrails: { least_change: -0.3, most_change: 0.5 }
`;
