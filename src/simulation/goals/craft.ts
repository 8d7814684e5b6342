import { dateText } from "../days.ts";
import { at } from "../random.ts";
import { companyTarget, type QuotaOptions, season, soldBefore, sum } from "../targets.ts";
import type { Team } from "../teams.ts";
import { type Goal, yearDates } from "./goal.ts";
import { closedBefore, ofCompany, ofTeam, type Scope, type Whose } from "./scope.ts";

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** Win rate, cycle, deal size, plan and pace: what is asked of how deals are sold. */
export function craftGoals(options: QuotaOptions): Goal[] {
  const { teams } = options.organisation;
  const year = options.fiscal.yearOf(options.market.asOf);
  const scope = { options, year };
  const first = at(teams, 0);
  const second = teams[1] ?? first;
  const last = at(teams, teams.length - 1);
  return [
    ...lastYear({ options, year: year - 1 }, first),
    ...winRates(scope, second),
    cycleDown(scope, `cycle-down-fy${year % 100}`, first, 0.87),
    sizeHeld(scope, teams[2] ?? first),
    onPlan(scope),
    moreDeals(scope, last),
  ];
}

const lastYear = (scope: Scope, team: Team): Goal[] =>
  scope.year > scope.options.firstYear
    ? [
        winRate(scope, `win-rate-fy${scope.year % 100}`, scope.options.organisation.teams, {
          ...ofCompany(scope),
          more: 0.03,
        }),
        cycleDown(scope, `cycle-down-fy${scope.year % 100}`, team, 0.95),
      ]
    : [];

/** The company's win rate, and under it two regions' and a team's. */
function winRates(scope: Scope, team: Team): Goal[] {
  const { organisation } = scope.options;
  const id = `win-rate-fy${scope.year % 100}`;
  const regions = [...organisation.directors].slice(0, 2).map(([region, { id: owner }]) => {
    const own = organisation.teams.filter((one) => one.region === region);
    const whose = { entity: region, entity_type: "region", owner, parent: id } as const;
    return winRate(scope, `${id}-${region.toLowerCase()}`, own, { ...whose, more: 0.025 });
  });
  const parent = `${id}-${team.region.toLowerCase()}`;
  const whose = { ...ofTeam(scope, team), parent, more: 0.04 };
  return [
    winRate(scope, id, organisation.teams, { ...ofCompany(scope), more: 0.02 }),
    ...regions,
    winRate(scope, "win-rate-up", [team], whose),
  ];
}

function winRate(
  scope: Scope,
  id: string,
  teams: readonly Team[],
  { more, ...whose }: Whose & { readonly more: number; readonly parent?: string },
): Goal {
  const { won, deals } = closedBefore(scope, teams);
  const baseline = round(won / deals, 3);
  const target = round(baseline + more, 3);
  const { options, year } = scope;
  return { id, metric: "win_rate", ...whose, baseline, target, ...yearDates(options, year) };
}

function cycleDown(scope: Scope, id: string, team: Team, share: number): Goal {
  const { options, year } = scope;
  const { wonDays, won } = closedBefore(scope, [team]);
  const baseline = round(wonDays / won, 0);
  const half = options.fiscal.quarterOf(options.fiscal.yearStart(year)) + 2;
  const target = round(baseline * share, 0);
  return {
    id,
    metric: "sales_cycle_days",
    ...ofTeam(scope, team),
    baseline,
    target,
    ...yearDates(options, year),
    milestones: [
      {
        due: dateText(options.fiscal.quarterStart(half) - 1),
        value: round((baseline + target) / 2, 0),
      },
    ],
  };
}

/** Dollars a won deal brought, to be held while more of them are won. */
function sizeHeld(scope: Scope, team: Team): Goal {
  const { options, year } = scope;
  const { won } = closedBefore(scope, [team]);
  const sold = sum(team.seats.map((seat) => soldBefore(options, seat, year))) / 100;
  const baseline = round(sold / won / 1000, 0) * 1000;
  return {
    id: "deal-size-held",
    metric: "average_deal_size",
    ...ofTeam(scope, team),
    baseline,
    target: round((baseline * 0.95) / 1000, 0) * 1000,
    maintain: true,
    note: "No discounts to win more deals",
    ...yearDates(options, year),
  };
}

/** The quarter in progress on its plan, by the share of the plan that the last year sold of its own. */
function onPlan(scope: Scope): Goal {
  const { options, year } = scope;
  const { fiscal, market, organisation } = options;
  const quarter = fiscal.quarterOf(market.asOf);
  const seats = organisation.teams.flatMap((team) => team.seats);
  const sold = sum(seats.map(({ index }) => options.results.seatQuarter(index, quarter - 4))) / 100;
  const planned = companyTarget(options, year - 1) * at(season, fiscal.quarterOfYear(market.asOf));
  const baseline = round(sold / planned, 2);
  return {
    id: "quarter-on-plan",
    metric: "quota_attainment",
    ...ofCompany(scope),
    baseline,
    target: 1,
    ...(baseline < 1 ? {} : { maintain: true }),
    start: dateText(fiscal.quarterStart(quarter)),
    due: dateText(fiscal.quarterStart(quarter + 1) - 1),
    recorded_on: dateText(fiscal.quarterStart(quarter) - 6),
  };
}

/** More deals a month from the next quarter on, for a year. */
function moreDeals(scope: Scope, team: Team): Goal {
  const { options, year } = scope;
  const { fiscal, market } = options;
  const quarter = fiscal.quarterOf(market.asOf);
  const baseline = round(closedBefore(scope, [team]).won / 12, 1);
  return {
    id: "more-deals",
    metric: "deal_throughput",
    ...ofTeam(scope, team),
    baseline,
    target: round(baseline * 1.15, 1),
    ...yearDates(options, year),
    start: dateText(fiscal.quarterStart(quarter + 1)),
    due: dateText(fiscal.quarterStart(quarter + 5) - 1),
  };
}
