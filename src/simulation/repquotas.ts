import type { Day } from "./days.ts";
import { hiredOn, type Person } from "./people.ts";
import { at } from "./random.ts";
import {
  entryLines,
  type QuotaOptions,
  roundTo,
  season,
  soldBefore,
  sum,
  type TeamTarget,
} from "./targets.ts";
import { holderOn, type Seat } from "./teams.ts";

/** Over-assignment of reps against their team: seats stand empty and new hires ramp. */
const repBuffer = 1.04;
/** A new hire's quota in each quarter since the hire, as a share of a full one: a manager of
 * accounts takes over a book that renews, an executive begins with none. */
const rampedShare = {
  account_executive: [0, 0.4, 0.75, 1],
  account_manager: [0.8, 1, 1, 1],
} as const;
/** How much of a seat's quota follows its own last year; the rest is the role's average. */
const ownShare = { account_executive: 0.3, account_manager: 0.75 } as const;
/** Who holds a seat this long into a quarter carries the quarter's quota. */
const settledAfter = 20;

/** The rows of every rep's quotas for a year, by person in the order of hiring. */
export const repLines = (options: QuotaOptions, year: number, targets: readonly TeamTarget[]) =>
  [...quotaQuarters(options, year, targets)]
    .sort(([a], [b]) => a.index - b.index)
    .flatMap(([person, quarters]) => personLines(options, year, person, quarters));

/** Everybody's quotas for the quarters of a year, in whole dollars; who has none at all may be left out. */
export function quotaQuarters(
  options: QuotaOptions,
  year: number,
  targets: readonly TeamTarget[],
): ReadonlyMap<Person, readonly number[]> {
  const amounts = new Map<Person, number[]>();
  for (const target of targets) {
    for (const [seat, full] of seatQuotas(options, year, target)) {
      assignQuarters(options, year, seat, full, amounts);
    }
  }
  return amounts;
}

/** A full year's quota of each seat of a team, in whole dollars. */
function seatQuotas(options: QuotaOptions, year: number, { team, target }: TeamTarget) {
  const start = options.fiscal.yearStart(year);
  const seats = team.seats.filter(({ opens }) => opens < start + 90);
  const mean = (role: Seat["role"]) => {
    const same = seats.filter((seat) => seat.role === role && seat.opens < start - 270);
    return sum(same.map((seat) => soldBefore(options, seat, year))) / Math.max(1, same.length);
  };
  const averages = {
    account_executive: mean("account_executive"),
    account_manager: mean("account_manager"),
  };
  const weights = seats.map((seat) => {
    const average = averages[seat.role];
    const own = seat.opens < start - 270 ? soldBefore(options, seat, year) : average;
    return ownShare[seat.role] * own + (1 - ownShare[seat.role]) * average;
  });
  const total = Math.max(1, sum(weights));
  return seats.map(
    (seat, index) =>
      [seat, roundTo((target * repBuffer * at(weights, index)) / total, 10_000)] as const,
  );
}

function assignQuarters(
  { fiscal }: QuotaOptions,
  year: number,
  seat: Seat,
  full: number,
  amounts: Map<Person, number[]>,
): void {
  const first = fiscal.quarterOf(fiscal.yearStart(year));
  for (let quarter = 0; quarter < 4; quarter++) {
    const day = fiscal.quarterStart(first + quarter) + settledAfter;
    const person = holderOn(seat, Math.max(day, seat.opens));
    if (seat.opens > day || !isPostedTo(person, seat, day)) continue;
    const quarters = first + quarter - fiscal.quarterOf(hiredOn(person));
    const ramped = at(rampedShare[seat.role], Math.min(Math.max(quarters, 0), 3));
    const own = amounts.get(person) ?? [0, 0, 0, 0];
    own[quarter] = at(own, quarter) + roundTo(full * at(season, quarter) * ramped, 1_000);
    amounts.set(person, own);
  }
}

/** Managers look after empty seats without a quota of their own. */
const isPostedTo = (person: Person, seat: Seat, day: Day) =>
  person.posts.some(
    ({ role, team, from, to }) =>
      role === seat.role && team === seat.team && from <= day && to > day,
  );

function personLines(
  { fiscal, market }: QuotaOptions,
  year: number,
  person: Person,
  quarters: readonly number[],
) {
  const start = fiscal.yearStart(year);
  const begins = quarters.findIndex((amount) => amount > 0);
  if (begins < 0) return [];
  const from = fiscal.quarterStart(fiscal.quarterOf(start) + begins);
  const recorded = Math.max(start + 9, hiredOn(person) + 5);
  const lines = entryLines({ type: "rep", id: person.id, year, quarters, from, recorded });
  const midYear = fiscal.quarterStart(fiscal.quarterOf(start) + 2);
  const isRevised = begins === 0 && at(quarters, 3) > 0 && (person.index + year) % 19 === 0;
  if (!isRevised || midYear - 4 > market.asOf) return lines;
  const lowered = quarters.map((amount, quarter) =>
    quarter < 2 ? amount : roundTo(amount * 0.85, 1_000),
  );
  const reason = "accounts moved to a new hire";
  const [total = "", , , ...later] = entryLines({
    type: "rep",
    id: person.id,
    year,
    quarters: lowered,
    from: midYear,
    recorded: midYear - 4,
    reason,
  });
  return [...lines, total, ...later];
}
