import { holdsFor } from "../src/opportunity/holder.js";
import { type ColumnTable, rowsWhere } from "./arrowRows.js";
import type { ChangeEntity, ChangeQuery } from "./changeRows.js";
import type { ExportRow } from "./column.js";

/** A deal's part of a changed forecast, with what it is known by now. */
export interface ChangedDeal extends ExportRow {
  readonly cents: number;
  readonly opportunity_id: string;
  readonly name: string | null;
  readonly account: string | null;
  readonly rep_id: string;
  readonly owner: string | null;
  readonly stage: string | null;
  readonly bookings_cents: number | null;
  readonly close_date: string | null;
}

interface DealPart {
  readonly deal: number;
  readonly rep_id: string;
  readonly segment: string;
  readonly cents: number;
}

/** The deals behind a cause, the largest part first; one that passed from hand to hand is added up. */
export function dealsBehind(
  { parts, named }: { readonly parts: ColumnTable; readonly named: ColumnTable },
  { since: { cutoff }, scope, label }: ChangeQuery,
  { cause, entities }: { readonly cause: string; readonly entities: readonly ChangeEntity[] },
): ChangedDeal[] {
  const holds = holderIn(scope, entities);
  const names = ["deal", "rep_id", "segment", "cents"] as const;
  const where = { cutoff, label, cause };
  const sums = new Map<number, number>();
  for (const part of rowsWhere<DealPart & Record<string, unknown>>(parts, names, where)) {
    if (holds(part)) sums.set(part.deal, (sums.get(part.deal) ?? 0) + part.cents);
  }
  return [...sums]
    .filter(([, cents]) => cents !== 0)
    .sort(([a, x], [b, y]) => Math.abs(y) - Math.abs(x) || a - b)
    .map(([deal, cents]) => ({ ...namedAt(named, deal), cents }));
}

/** Whether a rep's deals in a segment count for an entity, reps placed where they are today. */
function holderIn(scope: ChangeEntity, entities: readonly ChangeEntity[]) {
  const reps = new Map(
    entities.filter((one) => one.entity_type === "rep").map((one) => [one.entity_id, one]),
  );
  const isHeld = holdsFor(scope);
  return ({ rep_id, segment }: DealPart) => {
    const rep = reps.get(rep_id);
    const [team_id, region_id] = [rep?.team_id ?? "unassigned", rep?.region_id ?? "unassigned"];
    return isHeld({ rep_id, segment, team_id, region_id, territory_id: null });
  };
}

function namedAt(named: ColumnTable, row: number): Omit<ChangedDeal, "cents"> {
  const text = (name: string) => (named.getChild(name)?.get(row) ?? null) as string | null;
  const number = (name: string) => (named.getChild(name)?.get(row) ?? null) as number | null;
  return {
    opportunity_id: text("opportunity_id") ?? "",
    name: text("name"),
    account: text("account"),
    rep_id: text("rep_id") ?? "unassigned",
    owner: text("owner"),
    stage: text("stage"),
    bookings_cents: number("bookings_cents"),
    close_date: text("close_date"),
    file: text("file"),
    line: number("line"),
  };
}
