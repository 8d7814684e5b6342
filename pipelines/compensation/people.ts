import type Fraction from "fraction.js";
import { addDays, type PlainDate } from "../../src/calendar.ts";
import { exact } from "../../src/compensation/exact.ts";
import { anybody, type Days, type PayTerms, type Person } from "../../src/compensation/person.ts";
import type { Covers, PlanTerms } from "../../src/compensation/plan/terms.ts";
import { overlap } from "../../src/compensation/target/covered.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { Exchange } from "./exchange.ts";
import type { AssignmentRow, PayInputs, PayRow, StintRow } from "./rows.ts";

const endless: Days = { from: "0001-01-01", until: "9999-12-31" };

/**
 * Everybody whom a plan covers, from their first day under it to their last; where it pays shares of
 * variable pay, with on-target earnings at the rate of its first day, or of theirs where that is later.
 */
export function peopleUnder(plan: PlanTerms, inputs: PayInputs, exchange: Exchange): Person[] {
  const isAsked = plan.components.some(({ target }) => target?.of === "variable_pay");
  const places = grouped(inputs.assignments, ({ rep_id }) => rep_id);
  const rateOf = ({ currency, valid_from }: PayRow) =>
    exchange(currency, later(valid_from, plan.effectiveFrom));
  return [...spansUnder(plan, inputs)].flatMap(([repId, spans]) => {
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last) return [];
    return [
      {
        repId,
        teams: teamsOf(places.get(repId) ?? []),
        from: first.days.from,
        until: lastDay(last.days, termOf(plan)),
        leaves: gapsBetween(spans.map(({ days }) => days)),
        hiredOn: last.hiredOn,
        ...hiresBefore(spans),
        pay: isAsked ? payOf(repId, inputs, rateOf) : [...anybody(repId).pay],
      },
    ];
  });
}

/** Under whatever plan; the first is theirs from ever. */
const teamsOf = (places: readonly AssignmentRow[]): Person["teams"] =>
  places.map(({ team_id, valid_from }, at) => ({
    from: at === 0 ? null : valid_from,
    team: team_id,
  }));

/** The days of hire before the last. */
function hiresBefore(spans: readonly CoveredSpan[]): Pick<Person, "hiredBefore"> {
  const hires = spans
    .filter(({ hiredOn }, at) => at === 0 || hiredOn !== spans[at - 1]?.hiredOn)
    .map(({ days, hiredOn }) => hiredOn ?? days.from);
  return hires.length > 1 ? { hiredBefore: hires.slice(0, -1) } : {};
}

/** A stretch of days under a plan, in one place of the organisation. */
interface CoveredSpan {
  readonly place: AssignmentRow;
  /** The day of the hire before it; null where nobody knows. */
  readonly hiredOn: PlainDate | null;
  readonly days: Days;
}

/** The stretches of days under a plan of everybody who has any, in order of days. */
export function spansUnder(
  plan: PlanTerms,
  { assignments, stints }: Pick<PayInputs, "assignments" | "stints">,
): Map<string, CoveredSpan[]> {
  const stintsOf = grouped(stints, ({ rep_id }) => rep_id);
  const spans = assignments
    .filter((place) => isSomebody(place) && covers(plan.covers, place))
    .flatMap((place) => {
      const held = overlap(placeDays(place), termOf(plan));
      return (stintsOf.get(place.rep_id) ?? [unrostered]).flatMap((stint) => {
        const days = held && overlap(held, thereDays(stint));
        return days === null ? [] : [{ place, hiredOn: stint.hired_on, days }];
      });
    });
  return grouped(spans, ({ place }) => place.rep_id);
}

const termOf = ({ effectiveFrom, effectiveUntil }: PlanTerms): Days => ({
  from: effectiveFrom,
  until: effectiveUntil ?? endless.until,
});

/** What nobody owns is of nobody who is paid. */
const isSomebody = ({ rep_id }: AssignmentRow) => rep_id !== "unassigned";

/** All conditions that the plan gives must hold. */
function covers({ roles, teams, people, except }: Covers, place: AssignmentRow): boolean {
  if (except.includes(place.rep_id)) return false;
  return (
    (roles === null || (place.role !== null && roles.includes(place.role))) &&
    (teams === null || teams.includes(place.team_id)) &&
    (people === null || people.includes(place.rep_id))
  );
}

const placeDays = ({ valid_from, valid_to }: AssignmentRow): Days => ({
  from: valid_from,
  until: valid_to === endless.until ? valid_to : addDays(valid_to, -1),
});

/** The stint of whom the roster doesn't have. */
const unrostered = { hired_on: null, left_on: null };

const thereDays = ({ hired_on, left_on }: Pick<StintRow, "hired_on" | "left_on">): Days => ({
  from: hired_on ?? endless.from,
  until: left_on ?? endless.until,
});

/** Null where the person stays under the plan for as long as it holds. */
const lastDay = ({ until }: Days, term: Days): PlainDate | null =>
  until === term.until ? null : until;

/** The days between spans, on which the person isn't under the plan. */
function gapsBetween(spans: readonly Days[]): Days[] {
  return spans.flatMap(({ from }, at) => {
    const before = spans[at - 1];
    const gap = before && { from: addDays(before.until, 1), until: addDays(from, -1) };
    return gap && gap.from <= gap.until ? [gap] : [];
  });
}

const later = (a: PlainDate, b: PlainDate) => (a > b ? a : b);

/**
 * On-target earnings and the share that varies by day; what is known first holds from ever.
 *
 * @param rateOf minor units of the plan's currency for one of the person's
 */
function payOf(repId: string, { pay }: PayInputs, rateOf: (row: PayRow) => Fraction): PayTerms[] {
  const own = pay.filter((row) => row.rep_id === repId);
  const terms = own.map((row, at) => ({
    from: at === 0 ? null : row.valid_from,
    onTargetEarnings:
      row.on_target_earnings_minor === null
        ? null
        : exact(row.on_target_earnings_minor).mul(rateOf(row)),
    variableShare: row.variable_share_rate === null ? null : exact(row.variable_share_rate),
  }));
  return terms.length > 0 ? terms : [...anybody(repId).pay];
}
