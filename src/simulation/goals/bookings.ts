import { dateText } from "../days.ts";
import { at } from "../random.ts";
import {
  companyTarget,
  type QuotaOptions,
  roundTo,
  soldBefore,
  sum,
  teamTargets,
} from "../targets.ts";
import { holderOn, managerOn, type Team } from "../teams.ts";
import { type Goal, yearDates } from "./goal.ts";

/** What the half-year is to have brought, a share of the year. */
const halfYear = 0.41;
/** What a rep is asked for over the bookings of the seat the year before. */
const repGrowth = 1.1;

/** Bookings: the company's of two years, and under this year's regions, teams and a rep. */
export function bookingsGoals(options: QuotaOptions): Goal[] {
  const { organisation, fiscal, market, firstYear } = options;
  const year = fiscal.yearOf(market.asOf);
  const lead = at(organisation.teams, 0);
  const last = year - 1 > firstYear ? [companyGoal(options, year - 1)] : [];
  const regions = [...organisation.directors].map(([region, { id }]) =>
    regionGoal(options, region, id),
  );
  const teams = organisation.teams
    .filter((team) => organisation.teams.some((o) => o !== team && o.region === team.region))
    .map((team) => teamGoal(options, team));
  return [...last, companyGoal(options, year), ...regions, ...teams, ...repGoal(options, lead)];
}

const yearOf = ({ fiscal, market }: QuotaOptions) => fiscal.yearOf(market.asOf);
const idOf = (name: string) => `bookings-${name.toLowerCase().replaceAll(" ", "-")}`;
/** A team may bear its region's name. */
const idOfTeam = ({ name, region }: Team) => (name === region ? `${idOf(name)}-team` : idOf(name));
const dollars = (cents: number) => roundTo(cents / 100, 10_000);
const companyId = (year: number) => `bookings-fy${year % 100}`;

const base = (options: QuotaOptions, year: number) => ({
  metric: "bookings",
  ...yearDates(options, year),
});

function companyGoal(options: QuotaOptions, year: number): Goal {
  const { organisation, company, fiscal } = options;
  const seats = organisation.teams.flatMap((team) => team.seats);
  const target = companyTarget(options, year);
  const half = dateText(fiscal.quarterStart(fiscal.quarterOf(fiscal.yearStart(year)) + 2) - 1);
  return {
    id: companyId(year),
    entity: company,
    entity_type: "company",
    baseline: dollars(sum(seats.map((seat) => soldBefore(options, seat, year)))),
    target,
    owner: organisation.vicePresident.id,
    milestones: [{ due: half, value: roundTo(target * halfYear, 100_000) }],
    ...base(options, year),
  };
}

function teamSold(options: QuotaOptions, teams: readonly Team[]): number {
  const seats = teams.flatMap((team) => team.seats);
  return dollars(sum(seats.map((seat) => soldBefore(options, seat, yearOf(options)))));
}

function regionGoal(options: QuotaOptions, region: string, owner: string): Goal {
  const own = teamTargets(options, yearOf(options)).filter(({ team }) => team.region === region);
  return {
    id: idOf(region),
    entity: region,
    entity_type: "region",
    baseline: teamSold(
      options,
      own.map(({ team }) => team),
    ),
    target: sum(own.map(({ target }) => target)),
    owner,
    parent: companyId(yearOf(options)),
    ...base(options, yearOf(options)),
  };
}

function teamGoal(options: QuotaOptions, team: Team): Goal {
  const targets = teamTargets(options, yearOf(options));
  const own = targets.filter((entry) => entry.team === team);
  return {
    id: idOfTeam(team),
    entity: team.name,
    entity_type: "team",
    baseline: teamSold(options, [team]),
    target: sum(own.map(({ target }) => target)),
    owner: managerOn(team, options.fiscal.yearStart(yearOf(options)) - 6).id,
    parent: idOf(team.region),
    ...base(options, yearOf(options)),
  };
}

/** The first rep of a team who holds the seat since before the year began. */
function repGoal(options: QuotaOptions, team: Team): Goal[] {
  const { fiscal, market } = options;
  const year = yearOf(options);
  const seat = team.seats.find((one) => {
    const [then, now] = [fiscal.yearStart(year) - 6, market.asOf].map((day) => holderOn(one, day));
    const isOwn = now !== managerOn(team, market.asOf) && soldBefore(options, one, year) > 0;
    return one.role === "account_executive" && then === now && isOwn;
  });
  if (!seat) return [];
  const { id } = holderOn(seat, market.asOf);
  const sold = soldBefore(options, seat, year);
  return [
    {
      id: `bookings-${id.toLowerCase()}`,
      entity: id,
      entity_type: "rep",
      baseline: dollars(sold),
      target: dollars(sold * repGrowth),
      owner: id,
      parent: idOfTeam(team),
      ...base(options, year),
    },
  ];
}
