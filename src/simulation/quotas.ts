import { type Day, dateText } from "./days.ts";
import type { World } from "./deal.ts";
import { quarterLabel, yearLabel } from "./fiscal.ts";
import type { Organisation } from "./organisation.ts";
import { hiredOn, type Person, type Post } from "./people.ts";
import { at } from "./random.ts";
import type { Results } from "./results.ts";
import type { Seat, Team } from "./teams.ts";

export const quotaHeader =
  "entity_type,entity_id,measure,period,amount,currency,effective_from,recorded_on,reason";

export interface QuotaOptions extends World {
  readonly company: string;
  readonly organisation: Organisation;
  readonly results: Results;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** How a year's quota falls on its quarters. */
const season = [0.2, 0.235, 0.235, 0.33] as const;
/** Growth asked for in each year from the first on; the first year is a plan of its own. */
const growth = [0, 0.17, 0.17, 0.16, 0.1, 0.13] as const;
/** Over-assignment: teams against the company, reps against their team. */
const buffer = { team: 1.02, rep: 1.02 } as const;
/** A new hire's quota in each quarter since the hire, as a share of a full one. */
const rampedShare = [0, 0.3, 0.65, 1] as const;

/** Quotas of every year for company, regions, teams and reps, by year and quarter, in whole dollars. */
export function quotaLines(options: QuotaOptions): string[] {
  const lines = [quotaHeader];
  for (let year = options.firstYear; year <= options.lastYear; year++) {
    lines.push(...yearLines(options, year));
  }
  return lines;
}

function yearLines(options: QuotaOptions, year: number): string[] {
  const { organisation, company, fiscal } = options;
  const target = companyTarget(options, year);
  const teams = organisation.teams.map((team) => ({
    team,
    target: roundTo(teamShare(options, team, year) * target * buffer.team, 50_000),
  }));
  const start = fiscal.yearStart(year);
  const write = (type: string, id: string, quarters: readonly number[], from = start) =>
    entityLines({ type, id, quarters, year, from, recorded: start + (type === "rep" ? 9 : -6) });
  const regions = [...organisation.directors.keys()].map((region) => {
    const own = teams.filter(({ team }) => team.region === region);
    return write("region", region, sumQuarters(own.map((entry) => seasonal(entry.target))));
  });
  return [
    write("company", company, seasonal(target)),
    ...regions,
    ...teams.map((entry) => write("team", entry.team.name, seasonal(entry.target))),
    ...teams.flatMap((entry) => repLines(options, entry.team, entry.target, year, write)),
  ].flat();
}

function companyTarget({ results, fiscal, firstYear }: QuotaOptions, year: number): number {
  const basis = year === firstYear ? year : year - 1;
  const first = fiscal.quarterOf(fiscal.yearStart(basis));
  const sold = [0, 1, 2, 3].reduce((sum, q) => sum + results.companyQuarter(first + q), 0) / 100;
  const factor = 1 + at(growth, Math.min(year - firstYear, growth.length - 1));
  return roundTo(sold * factor, 250_000);
}

/** Half by what the team sold the year before, half by the seats it has. */
function teamShare(
  { results, organisation, fiscal, firstYear }: QuotaOptions,
  team: Team,
  year: number,
) {
  const first = fiscal.quarterOf(fiscal.yearStart(year === firstYear ? year : year - 1));
  const sold = (index: number) =>
    [0, 1, 2, 3].reduce((sum, q) => sum + results.teamQuarter(index, first + q), 0);
  const everything = organisation.teams.reduce((sum, { index }) => sum + sold(index), 0);
  return everything > 0 ? sold(team.index) / everything : 1 / organisation.teams.length;
}

interface Entity {
  readonly type: string;
  readonly id: string;
  readonly quarters: readonly number[];
  readonly year: number;
  readonly from: Day;
  readonly recorded: Day;
}

function entityLines({ type, id, quarters, year, from, recorded }: Entity): string[] {
  const total = quarters.reduce((sum, amount) => sum + amount, 0);
  const line = (period: string, amount: number) =>
    `${type},${id},bookings,${period},${amount},USD,${dateText(from)},${dateText(recorded)},`;
  return [
    line(yearLabel(year), total),
    ...quarters.map((amount, quarter) => line(quarterLabel(year, quarter), amount)),
  ];
}

type Write = (type: string, id: string, quarters: readonly number[], from?: Day) => string[];

function repLines(options: QuotaOptions, team: Team, target: number, year: number, write: Write) {
  const lines: string[] = [];
  const full = fullQuotas(options, team, target, year);
  for (const person of options.organisation.people) {
    const quarters = [0, 1, 2, 3].map((quarter) => {
      const post = postIn(person, team, options.fiscal.yearStart(year), quarter, options);
      return post
        ? roundTo(
            full(post.role) * at(season, quarter) * rampShare(person, post, year, quarter, options),
            1_000,
          )
        : 0;
    });
    if (quarters.some((amount) => amount > 0)) lines.push(...write("rep", person.id, quarters));
  }
  return lines;
}

/** The post that a person holds on a team when a quarter begins, or takes up early in it. */
function postIn(
  person: Person,
  team: Team,
  yearStart: Day,
  quarter: number,
  { fiscal, market }: QuotaOptions,
) {
  const first = fiscal.quarterStart(fiscal.quarterOf(yearStart) + quarter);
  if (first > fiscal.quarterEnd(market.asOf) + 300) return undefined;
  return person.posts.find(
    ({ team: own, role, from, to }) =>
      own === team &&
      (role === "account_executive" || role === "account_manager") &&
      from <= first + 30 &&
      to > first,
  );
}

function rampShare(
  person: Person,
  _: Post,
  year: number,
  quarter: number,
  { fiscal }: QuotaOptions,
) {
  const now = fiscal.quarterOf(fiscal.yearStart(year)) + quarter;
  const quarters = now - fiscal.quarterOf(hiredOn(person));
  return at(rampedShare, Math.min(Math.max(quarters, 0), 3));
}

/** A full year's quota by role: the team's target over its seats, account managers carrying more. */
function fullQuotas(
  { results, fiscal, firstYear }: QuotaOptions,
  team: Team,
  target: number,
  year: number,
) {
  const start = fiscal.yearStart(year);
  const first = fiscal.quarterOf(fiscal.yearStart(year === firstYear ? year : year - 1));
  const seats = (role: Seat["role"]) =>
    team.seats.filter((seat) => seat.role === role && seat.opens < start + 60).length;
  const sold = (role: Seat["role"]) =>
    [0, 1, 2, 3].reduce((sum, q) => sum + results.teamQuarter(team.index, first + q, role), 0);
  const executives = Math.max(1, seats("account_executive"));
  const managers = seats("account_manager");
  const perSeat = (role: Seat["role"], count: number) => sold(role) / Math.max(1, count);
  const ratio = Math.min(
    3,
    perSeat("account_manager", managers) / Math.max(1, perSeat("account_executive", executives)),
  );
  const unit = (target * buffer.rep) / (executives + managers * ratio);
  return (role: Post["role"]) => roundTo(role === "account_manager" ? unit * ratio : unit, 10_000);
}

const roundTo = (amount: number, step: number) => Math.round(amount / step) * step;

function seasonal(total: number): number[] {
  const quarters = season.slice(0, 3).map((share) => roundTo(total * share, 1_000));
  return [...quarters, total - quarters.reduce((sum, amount) => sum + amount, 0)];
}

const sumQuarters = (lists: readonly (readonly number[])[]) =>
  [0, 1, 2, 3].map((quarter) => lists.reduce((sum, list) => sum + at(list, quarter), 0));
