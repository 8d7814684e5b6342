import { roundTo, sum } from "../targets.ts";
import { type PlanYear, planHead } from "./plan-year.ts";

const curves = {
  last: [
    [0, 0],
    [0.7, 0.5],
    [1, 1],
    [1.3, 1.5],
  ],
  running: [
    [0, 0],
    [0.6, 0.5],
    [1, 1],
    [1.4, 1.8],
  ],
} as const;

/** What sales engineers are paid: their team's attainment on a curve. */
export function engineerPlan(plan: PlanYear): string {
  const head = planHead(plan, {
    about: [
      "What sales engineers are paid: a share of variable pay that follows what their team sells.",
      "Between the points of the curve pay rises evenly; beyond the last one it stays.",
    ],
    title: "Sales engineer",
    covers: ["roles: [sales_engineer]"],
    pays: "quarter",
  });
  const points = plan.isRunning ? curves.running : curves.last;
  return `${head}
  - name: Bookings of the team
    credit: [team]                          # every deal of the team, against the team's quota
    target_share: 1
    period: year
    rate:
      rule: curve
      points:                               # share of quota, and the share of target pay that it pays
${points.map(([at, pays]) => `        - { at: ${at}, pays: ${pays} }`).join("\n")}
      beyond: flat
    reversal: { returns: original_line, within_days: 365 }
`;
}

/** New customers with a development rep on the deal, as a share of what executives' seats win. */
const sourcedShare = 0.15;

/** What development reps are paid: each new customer on whose deal they are. */
export function developmentPlan(plan: PlanYear): string {
  const head = planHead(plan, {
    about: [
      "What development reps are paid: for each new customer on whose opportunity team they are,",
      "half as much again beyond the year's number.",
    ],
    title: "Development rep",
    covers: ["roles: [development_rep]"],
    pays: "month",
  });
  return `${head}
  - name: New customers sourced
    measure: new_customers
    credit: [overlay]                       # on the opportunity's team
    where: { types: [new] }
    target_share: 1
    period: year
    quota: ${sourcedQuota(plan).toString().padEnd(33)}# customers; those of plans/quotas.csv are dollars
    rate:
      rule: marginal
      tiers:
        - { from: 0, times: 1 }
        - { from: 1, times: 1.5 }
    caps: { attainment: 2 }
    reversal: { returns: original_line, within_days: 365 }
`;
}

/** A development rep's customers for a year, by what executives won in the year before. */
function sourcedQuota({ options, year }: PlanYear): number {
  const { organisation, results, fiscal, firstYear } = options;
  const first = fiscal.quarterOf(fiscal.yearStart(Math.max(year - 1, firstYear)));
  const seats = organisation.teams
    .flatMap((team) => team.seats)
    .filter(({ role }) => role === "account_executive");
  const won = seats.flatMap(({ index }) =>
    [0, 1, 2, 3].map((quarter) => results.seatClosed(index, first + quarter).won),
  );
  return Math.max(2, roundTo((sum(won) * sourcedShare) / organisation.teams.length, 1));
}
