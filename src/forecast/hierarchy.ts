import type { PlainDate } from "../calendar.ts";
import { grouped } from "../statistics/grouped.ts";

/** Who sells, and where in the company today. */
export interface Seller {
  readonly repId: string;
  readonly teamId: string;
  readonly regionId: string;
  /** Null where it isn't known. */
  readonly role: string | null;
  readonly hiredOn: PlainDate | null;
  /** Null for who is still there. */
  readonly leftOn: PlainDate | null;
}

/** A rep in a segment. */
export interface Cell {
  readonly repId: string;
  readonly segment: string;
}

/** What a rep booked in a segment on a day, whole minor units. */
export interface DayBooking extends Cell {
  readonly date: PlainDate;
  readonly cents: number;
}

export type EntityType = "company" | "region" | "team" | "segment" | "rep";

/** Who or what is forecast: a sum of cells. */
export interface Entity {
  readonly entityType: EntityType;
  readonly entityId: string;
  /** The day from which there is anything to forecast. */
  readonly since: PlainDate;
  /** Numbers of its cells. */
  readonly cells: readonly number[];
  /** Places of its reps. */
  readonly sellers: readonly number[];
}

/** Cells are rep × segment: cell `seller · segments.length + segment`. */
export interface Hierarchy {
  readonly sellers: readonly Seller[];
  /** The day of a rep's hire or first booking, in the order of `sellers`. */
  readonly since: readonly PlainDate[];
  readonly segments: readonly string[];
  /** The company first; then regions, teams, segments and reps by name. */
  readonly entities: readonly Entity[];
}

export interface HierarchyOptions {
  readonly company: string;
  readonly sellers: readonly Seller[];
  readonly days: readonly DayBooking[];
  /** Who sells in what besides, without bookings so far. */
  readonly cells?: readonly Cell[];
  /** From when a rep without hire or booking counts. */
  readonly asOf: PlainDate;
}

/** The number of a rep's cell in a segment; undefined where they aren't known. */
export function cellIn({ sellers, segments }: Pick<Hierarchy, "sellers" | "segments">) {
  const sellerOf = new Map(sellers.map(({ repId }, index) => [repId, index]));
  const segmentOf = new Map(segments.map((segment, index) => [segment, index]));
  return (repId: string, segment: string): number | undefined => {
    const [seller, column] = [sellerOf.get(repId), segmentOf.get(segment)];
    if (seller === undefined || column === undefined) return undefined;
    return seller * segments.length + column;
  };
}

/** Every entity as a sum of rep × segment. Bookings of a rep that isn't named are unassigned. */
export function hierarchyOf({
  company,
  sellers: given,
  days,
  cells: besides = [],
  asOf,
}: HierarchyOptions): Hierarchy {
  const known = [...days, ...besides];
  const sellers = withUnnamed(given, known);
  const segments = [...new Set(known.map(({ segment }) => segment))].sort();
  const firstBooked = firstDays(days, ({ repId }) => repId);
  const since = sellers.map((one) => earliest(one.hiredOn, firstBooked.get(one.repId)) ?? asOf);
  const all = sellers.map((_, index) => index);
  const sumOf = (entityType: EntityType, entityId: string, members: readonly number[]): Entity => ({
    entityType,
    entityId,
    since: members.map((one) => since[one] ?? asOf).reduce((a, b) => (a < b ? a : b), asOf),
    cells: members.flatMap((one) => segments.map((_, k) => one * segments.length + k)),
    sellers: members,
  });
  const split = (entityType: EntityType, keyOf: (seller: Seller) => string) =>
    [...grouped(all, (index) => keyAt(sellers, index, keyOf))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, members]) => sumOf(entityType, id, members));
  const entities = [
    sumOf("company", company, all),
    ...split("region", ({ regionId }) => regionId),
    ...split("team", ({ teamId }) => teamId),
    ...segmentEntities(segments, all, { days, asOf }),
    ...split("rep", ({ repId }) => repId),
  ];
  return { sellers, since, segments, entities };
}

/** Every segment, a column of the cells. */
function segmentEntities(
  segments: readonly string[],
  sellers: readonly number[],
  { days, asOf }: Pick<HierarchyOptions, "days" | "asOf">,
): Entity[] {
  const firstSold = firstDays(days, ({ segment }) => segment);
  return segments.map((segment, k) => ({
    entityType: "segment",
    entityId: segment,
    since: firstSold.get(segment) ?? asOf,
    cells: sellers.map((one) => one * segments.length + k),
    sellers,
  }));
}

function withUnnamed(given: readonly Seller[], known: readonly Cell[]): Seller[] {
  const named = new Set(given.map(({ repId }) => repId));
  const unnamed = new Set(known.map(({ repId }) => repId).filter((id) => !named.has(id)));
  const place = { teamId: "unassigned", regionId: "unassigned" };
  const rest = { role: null, hiredOn: null, leftOn: null };
  const added = [...unnamed].map((repId): Seller => ({ repId, ...place, ...rest }));
  return [...given, ...added].sort((a, b) => (a.repId < b.repId ? -1 : 1));
}

function firstDays(days: readonly DayBooking[], keyOf: (day: DayBooking) => string) {
  const first = new Map<string, PlainDate>();
  for (const day of days) {
    const known = first.get(keyOf(day));
    if (known === undefined || day.date < known) first.set(keyOf(day), day.date);
  }
  return first;
}

const earliest = (a: PlainDate | null, b: PlainDate | undefined) =>
  a === null ? b : b === undefined || a < b ? a : b;

const keyAt = (sellers: readonly Seller[], index: number, keyOf: (seller: Seller) => string) => {
  const seller = sellers[index];
  return seller ? keyOf(seller) : "unassigned";
};
