import type Fraction from "fraction.js";
import {
  addDays,
  type FiscalCalendar,
  type Grain,
  monthsBetween,
  type Period,
  type PlainDate,
  periodOf,
} from "../../src/calendar.ts";
import { isOfUnits } from "../../src/compensation/credit/measure.ts";
import { roundHalfAway } from "../../src/compensation/exact.ts";
import type { Days } from "../../src/compensation/person.ts";
import type { ComponentTerms, QuotaHolder } from "../../src/compensation/plan/terms.ts";
import type { Assigned, PartQuota } from "../../src/compensation/target/basis.ts";
import { overlap, spanOf } from "../../src/compensation/target/covered.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { StaffedPlan } from "./overlaps.ts";
import type { AssignmentRow, PayInputs, QuotaRow } from "./rows.ts";

const months = { year: 12, quarter: 3, month: 1 } as const satisfies Record<Grain, number>;
const finest = ["year", "quarter", "month"] as const;

/**
 * The quotas of plans/quotas.csv as components ask for them: of whom the component says; else the
 * person's own and, where the component credits a team or its manager, the team's, of who is in none
 * the region's. What a team pools is held against the team's.
 *
 * @param rateOn what a minor unit of the company's currency is worth in the plan's
 */
export function assignedQuotas(
  { terms, people }: StaffedPlan,
  { quotas, assignments }: PayInputs,
  rateOn: (date: PlainDate) => Fraction,
): Assigned {
  const byEntity = grouped(quotas, ({ entity_type, entity_id }) => `${entity_type} ${entity_id}`);
  const components = new Map(terms.components.map((component) => [component.name, component]));
  const spans = new Map(people.map((person) => [person.repId, spanOf(terms, person)]));
  const company = quotas.find(({ entity_type }) => entity_type === "company")?.entity_id;
  const placeOf = (repId: string, { periodEnd }: Period) =>
    assignments.filter((row) => row.rep_id === repId && row.valid_from <= periodEnd).at(-1);
  return (holder, name, period) => {
    const component = components.get(name);
    if (component === undefined) return null;
    const days = { from: period.periodStart, until: period.periodEnd };
    const asked = { period, days, calendar: terms.calendar, measure: component.measure };
    const there = overlap(days, spans.get(holder) ?? days) ?? days;
    const given = entitiesOf(component, { holder, place: placeOf(holder, period), company }).map(
      ([type, id]) =>
        inPeriod(byEntity.get(`${type} ${id}`) ?? [], {
          ...asked,
          days: type === "rep" ? there : days,
        }),
    );
    const quota = given.find((one) => one !== null) ?? null;
    if (quota === null || isOfUnits(component.measure)) return quota;
    const value = roundHalfAway(rateOn(period.periodStart).mul(quota.value));
    return { ...quota, value };
  };
}

/** A person or a pool's team, and where it stands in the company. */
interface Holder {
  readonly holder: string;
  readonly place: AssignmentRow | undefined;
  readonly company: string | undefined;
}

/** Whose quota a component is held against: of the first who has one. */
function entitiesOf(
  component: ComponentTerms,
  { holder, place, company }: Holder,
): (readonly [QuotaHolder, string | undefined])[] {
  const isPooled = component.pool !== null;
  const team = ["team", isPooled ? holder : place?.team_id] as const;
  const all = {
    rep: ["rep", holder],
    team,
    region: ["region", place?.region_id],
    company: ["company", company],
  } as const;
  if (component.quotaOf !== null) return [all[component.quotaOf]];
  if (isPooled) return [team];
  if (!isOfTeam(component) || place === undefined) return [all.rep];
  return [all.rep, place.team_id === "unassigned" ? all.region : team];
}

const isOfTeam = ({ credit }: ComponentTerms) =>
  credit.some((role) => role === "team" || role === "manager");

interface Asked {
  readonly measure: string;
  readonly period: Period;
  readonly calendar: FiscalCalendar;
  /** Those of the period for which there must be quotas. */
  readonly days: Days;
}

/**
 * The quota of the measure, of bookings where there is none: that of the period itself, else the sum of its quarters or months, where there is one for all of the
 * time. It is of the days since its first row holds; where quarters or months that sum to it aren't all
 * of the period's, of theirs: it was given for these.
 */
function inPeriod(own: readonly QuotaRow[], asked: Asked): PartQuota | null {
  const named = own.filter(({ measure }) => measure === asked.measure);
  const rows = named.length > 0 ? named : own.filter(({ measure }) => measure === "bookings");
  const sums = finest.flatMap((grain) => sumOf(rows, grain, asked) ?? []);
  const first = sums.find(({ days }) => holds(days, asked.days));
  if (first === undefined) return null;
  const same = sums.filter(({ value }) => value === first.value);
  const from = [...same.map(({ days, begins }) => later(days.from, begins))].sort().at(-1);
  const until = same.map(({ days }) => days.until).sort()[0];
  const { days } = first;
  return { value: first.value, days: { from: from ?? days.from, until: until ?? days.until } };
}

/** Quotas of one grain that follow on one another. */
interface Sum extends PartQuota {
  /** The first day on which there was one. */
  readonly begins: PlainDate;
}

function sumOf(rows: readonly QuotaRow[], grain: Grain, { period, calendar }: Asked): Sum | null {
  const within = rows
    .filter((row) => row.period === grain)
    .filter(({ period_start: start }) => start >= period.periodStart && start <= period.periodEnd)
    .sort((a, b) => (a.period_start < b.period_start ? -1 : 1));
  const [first, last] = [within[0], within.at(-1)];
  if (first === undefined || last === undefined) return null;
  const until = periodOf(last.period_start, grain, calendar).periodEnd;
  const length = monthsBetween(first.period_start, addDays(until, 1));
  // one that is missing in between, or a year's for a quarter
  if (length !== within.length * months[grain] || until > period.periodEnd) return null;
  return {
    value: within.reduce((sum, { quota_cents }) => sum + quota_cents, 0),
    days: { from: first.period_start, until },
    begins: first.begins_on <= until ? first.begins_on : first.period_start,
  };
}

const holds = (days: Days, there: Days) => days.from <= there.from && there.until <= days.until;

const later = (a: PlainDate, b: PlainDate) => (a > b ? a : b);
