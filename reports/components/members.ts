import { formatRate } from "../src/format.js";
import { type Column, money, rate, text } from "./column.js";
import { repAddress } from "./drill.js";
import type { Assignment, Person } from "./people.js";
import type { Money } from "./quarterChart.js";
import type { ScoredCell, ScorePeriod } from "./scorecard.js";

/** Somebody in a team, with the quarter's figures: their own, whatever team they belong to. */
export interface Member {
  readonly person: Person;
  readonly booked: number | null;
  /** Of the quota, or that there is none. */
  readonly attained: number | "no quota yet" | null;
  readonly winRate: number | null;
  readonly pipeline: number | null;
}

interface MemberQuery {
  readonly team_id: string;
  readonly viewed: "as_was" | "as_is";
  readonly chosen: ScorePeriod;
}

/** Who is in a team today, or was in it at some time of the quarter. */
export function membersOf(
  query: MemberQuery,
  {
    people,
    assignments,
  }: {
    readonly people: readonly Person[];
    readonly assignments: readonly Assignment[];
  },
  cells: readonly ScoredCell[],
): Member[] {
  const ids = new Set(
    query.viewed === "as_is"
      ? people
          .filter((person) => person.team_id === query.team_id && person.is_active)
          .map(({ rep_id }) => rep_id)
      : assignments.filter((stay) => overlaps(stay, query)).map(({ rep_id }) => rep_id),
  );
  const figureOf = (rep_id: string, name: string) =>
    cells.find((cell) => cell.entity_id === rep_id && cell.metric === name)?.value ?? null;
  return people
    .filter(({ rep_id }) => ids.has(rep_id))
    .filter(({ left_on }) => left_on === null || left_on >= query.chosen.period_start)
    .map((person) => ({
      person,
      booked: figureOf(person.rep_id, "bookings"),
      attained: figureOf(person.rep_id, "quota_attainment") ?? withoutQuota(person, query.chosen),
      winRate: figureOf(person.rep_id, "win_rate"),
      pipeline: figureOf(person.rep_id, "open_pipeline"),
    }));
}

/** Who gets a first quota later isn't behind. */
const withoutQuota = ({ first_quota }: Person, { period_end }: ScorePeriod) =>
  first_quota !== null && first_quota > period_end ? ("no quota yet" as const) : null;

const overlaps = ({ team_id, valid_from, valid_to }: Assignment, query: MemberQuery): boolean =>
  team_id === query.team_id &&
  (valid_from === null || valid_from <= query.chosen.period_end) &&
  (valid_to === null || valid_to > query.chosen.period_start);

/** Members with what they booked in the quarter. */
export function memberColumns({ currency_digits }: Money): Column<Member>[] {
  return [
    text(
      "Name",
      ({ person }) => person.name,
      ({ person }) => repAddress(person.rep_id),
    ),
    text("Role", ({ person }) => person.role_label),
    money("Bookings", ({ booked }) => booked, currency_digits),
    {
      heading: "Of quota",
      isNumber: true,
      value: ({ attained }) => attained,
      format: (share: number | string) => (typeof share === "number" ? formatRate(share) : share),
    },
    rate("Win rate", ({ winRate }) => winRate),
    money("Open pipeline", ({ pipeline }) => pipeline, currency_digits),
    text("Manager", ({ person }) => person.manager),
  ];
}
