import { type FiscalCalendar, type PlainDate, periodOf } from "../../src/calendar.ts";
import type { KindHistory, QuarterPlaces } from "../../src/opportunity/arrival/outlook.ts";
import { quarterWeeks } from "../../src/opportunity/arrival/pace.ts";
import { dateOf, epochDay } from "../../src/opportunity/epoch.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import { type Run, sql } from "../run.ts";

interface Kind {
  readonly segment: string;
  readonly deal_type: string | null;
}

export interface ArrivalRow extends Kind {
  readonly rep_id: string;
  readonly weeks_before: number;
  readonly count_deals: number;
}

interface ConversionRow extends Kind {
  readonly age_weeks: number;
  readonly won_count: number;
  readonly lost_count: number;
  readonly open_count: number;
  readonly priced_count: number;
  readonly won_cents: number | null;
  readonly won_square: number | null;
}

interface PlaceRow {
  readonly weeks_to_end: number;
  readonly is_year_end: boolean;
  readonly created_count: number;
  readonly won_count: number;
}

/** The most weeks that the pace of new deals is learnt from. */
const weeksBefore = 52;

/** The most days that the quarter's pace is learnt from: eight quarters. */
const daysBefore = 728;

/** Deals of one segment and type, and who created them. */
export interface KindArrivals {
  readonly segment: string;
  readonly history: KindHistory;
  readonly arrivals: readonly ArrivalRow[];
}

/** What is known at a cutoff of how deals come and are won, by segment and type. */
export async function arrivalHistory(
  { warehouse, workspace }: Pick<Run, "warehouse" | "workspace">,
  cutoff: PlainDate,
): Promise<{ readonly kinds: readonly KindArrivals[]; readonly places: QuarterPlaces }> {
  const arrivals = await warehouse.all<ArrivalRow>(sql("deals/arrival"), { cutoff });
  const conversions = await warehouse.all<ConversionRow>(sql("deals/conversion"), { cutoff });
  const counts = await warehouse.all<PlaceRow>(sql("deals/place"), { cutoff });
  const [since] = await warehouse.all<{ days: number | null }>(sql("deals/since"), { cutoff });
  // before the first deal on file there was nothing to learn from
  const days = since?.days ?? 1;
  const daysCounted = Math.min(daysBefore, days);
  const weeks = Math.min(weeksBefore, Math.ceil(days / 7));
  const places = {
    ...quarterPlaces(counts, placesFrom(cutoff, workspace.company.calendar)),
    daysCounted,
  };
  const created = grouped(arrivals, keyOf);
  const aged = grouped(conversions, keyOf);
  const keys = [...new Set([...created.keys(), ...aged.keys()])].sort();
  const kinds = keys.map((key) => {
    const [own, ages] = [created.get(key) ?? [], aged.get(key) ?? []];
    const { segment } = own[0] ?? ages[0] ?? { segment: "unassigned" };
    return { segment, history: historyOf(own, ages, weeks), arrivals: own };
  });
  return { kinds, places };
}

const keyOf = ({ segment, deal_type }: Kind) => JSON.stringify([segment, deal_type]);

function historyOf(
  arrivals: readonly ArrivalRow[],
  conversions: readonly ConversionRow[],
  weeks: number,
): KindHistory {
  const created = Array<number>(weeks).fill(0);
  for (const { weeks_before, count_deals } of arrivals) {
    created[weeks_before] = (created[weeks_before] ?? Number.NaN) + count_deals;
  }
  const sum = (of: (row: ConversionRow) => number) =>
    conversions.reduce((total, row) => total + of(row), 0);
  return {
    created,
    aged: conversions.map(({ age_weeks, won_count, lost_count, open_count }) => ({
      age: age_weeks,
      won: won_count,
      lost: lost_count,
      open: open_count,
    })),
    priced: sum(({ priced_count }) => priced_count),
    // null where none of that age was won
    wonCents: sum(({ won_cents }) => won_cents ?? 0),
    wonSquare: sum(({ won_square }) => won_square ?? 0),
  };
}

function quarterPlaces(rows: readonly PlaceRow[], placeOf: QuarterPlaces["placeOf"]) {
  const counted = (events: (row: PlaceRow) => number) =>
    rows.map((row) => ({ place: placeIn(row.weeks_to_end, row.is_year_end), events: events(row) }));
  return {
    placeOf,
    created: counted(({ created_count }) => created_count),
    won: counted(({ won_count }) => won_count),
  };
}

const placeIn = (weeksToEnd: number, isYearEnd: boolean) =>
  isYearEnd ? weeksToEnd + quarterWeeks : weeksToEnd;

/** The places of days after a cutoff, each found once. */
function placesFrom(cutoff: PlainDate, calendar: FiscalCalendar): QuarterPlaces["placeOf"] {
  const places = new Map<number, number>();
  const ends = new Map<string, { readonly end: number; readonly isYearEnd: boolean }>();
  const quarterOf = (date: PlainDate) => {
    const { periodEnd } = periodOf(date, "quarter", calendar);
    const isYearEnd = periodOf(date, "year", calendar).periodEnd === periodEnd;
    return { end: epochDay(periodEnd), isYearEnd };
  };
  const endOf = (date: PlainDate) => {
    const month = date.slice(0, 7);
    const found = ends.get(month) ?? quarterOf(date);
    ends.set(month, found);
    return found;
  };
  const start = epochDay(cutoff);
  const placeOf = (day: number) => {
    const { end, isYearEnd } = endOf(dateOf(start + day));
    return placeIn(Math.floor((end - start - day) / 7), isYearEnd);
  };
  return (day) => {
    const place = places.get(day) ?? placeOf(day);
    places.set(day, place);
    return place;
  };
}
