import { monthsBetween, type PlainDate } from "../../calendar.ts";
import type { Person } from "../../compensation/person.ts";
import { drawCount, drawnYears } from "../../quota/draws.ts";
import type { YearSeller } from "../../quota/sales-year.ts";
import type { PlanBase } from "../base.ts";
import type { PlannedGroup, PlannedRep } from "../planned.ts";
import type { Followed, PaidPerson, PayBase } from "./base.ts";
import { hired, personOf, placeOf } from "./planned-person.ts";

/** Somebody whose pay of the planned year is to be told. Money in minor units. */
export interface Earner extends PaidPerson {
  readonly person: Person;
  /** What is booked by whom the person follows, in each drawn year. */
  readonly booked: Float64Array;
  /** Shares of the year's twelve months in it. */
  readonly months: readonly number[];
  /** The quotas of the twelve months of whom the person follows. */
  readonly quotas: readonly number[];
}

/** Reps of the planned year with what makes their year: the scenario's, hires with them. */
interface Staff {
  readonly base: PlanBase;
  readonly pay: PayBase;
  readonly reps: readonly PlannedRep[];
  /** Company, regions and teams with their quotas. */
  readonly groups: readonly PlannedGroup[];
  readonly sellers: readonly YearSeller[];
}

/** Everybody whom the year pays: who sells, and who is paid on what others sell. */
export function earnersOf({ base, pay, reps, groups, sellers }: Staff): Earner[] {
  const places = new Map(sellers.map((seller) => [seller.repId, seller]));
  const planned = new Map(reps.map((rep) => [rep.repId, rep]));
  const known = new Map(pay.people.map((person) => [person.repId, person]));
  const sold = reps.flatMap((rep) => {
    const seller = places.get(rep.repId);
    const person = seller && (known.get(rep.repId) ?? hired(rep, seller, pay));
    const followed = { reps: [rep], quota: rep.quota };
    return person ? [earnerOf({ ...person, ...placeOf(rep) }, followed, base, seller)] : [];
  });
  const beside = pay.people
    .filter(({ follows, repId }) => follows.level !== "rep" && !planned.has(repId))
    .map((person) => {
      const { level, id } = person.follows;
      const group = groups.find((one) => one.level === level && one.id === id);
      const members = reps.filter((rep) => isIn(rep, person.follows));
      return earnerOf(person, { reps: members, quota: group?.quota ?? 0 }, base);
    });
  return [...sold, ...beside];
}

/** Whose bookings somebody's pay follows, and the quota that they carry together. */
interface FollowedReps {
  readonly reps: readonly PlannedRep[];
  readonly quota: number;
}

function earnerOf(
  person: PaidPerson,
  { reps, quota }: FollowedReps,
  { year: { uncertainty }, yearStart }: PlanBase,
  seller?: YearSeller,
): Earner {
  const carried = sumsOf(reps.map(monthQuotas), 12);
  const total = carried.reduce((a, b) => a + b, 0);
  const months = carried.map((month) => (total > 0 ? month / total : 1 / 12));
  const draws = reps.map(({ repId, production }) =>
    drawnYears({ repId, production, common: uncertainty.common }),
  );
  return {
    ...person,
    person: personOf(person, yearStart, seller),
    booked: Float64Array.from(sumsOf(draws, drawCount)),
    months,
    quotas: months.map((share) => share * quota),
  };
}

const monthQuotas = ({ parts }: PlannedRep): number[] =>
  parts
    .filter(({ period }) => period === "month")
    .sort((a, b) => a.place - b.place)
    .map(({ quota }) => quota);

function isIn({ teamId, regionId }: PlannedRep, { level, id }: Followed): boolean {
  if (level === "company") return true;
  return level === "region" ? regionId === id : teamId === id;
}

const sumsOf = (lists: readonly ArrayLike<number>[], length: number): number[] =>
  Array.from({ length }, (_, at) => lists.reduce((sum, list) => sum + (list[at] ?? 0), 0));

/** The quota of some months of the year from a day on. */
export const quotaOf = (
  { quotas }: Earner,
  yearStart: PlainDate,
  from: PlainDate,
  months: number,
) => {
  const place = monthsBetween(yearStart, from);
  return quotas.slice(place, place + months).reduce((a, b) => a + b, 0);
};
