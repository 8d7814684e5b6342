import { dateOf } from "../src/opportunity/epoch.js";
import { type Assignment, holderBy, holdsFor, type Scope } from "../src/opportunity/holder.js";
import { type DealNames, type ListedBar, listBars } from "../src/opportunity/listing.js";
import type { Knowledge, Span, Status, Version } from "../src/opportunity/state.js";
import { type Rate, valuationBy } from "../src/opportunity/valuation.js";
import { waterfall } from "../src/opportunity/waterfall.js";
import type { ColumnTable } from "./arrowRows.js";

/** Every version of a company's opportunities, with what places, values and names them. */
export interface PipelineHistory {
  readonly versions: readonly Version[];
  readonly deals: ReadonlyMap<string, DealNames>;
  readonly holding: Holding;
}

interface Holding {
  readonly assignments: readonly Assignment[];
  readonly rates: readonly Rate[];
  readonly reps: readonly { readonly rep_id: string; readonly name: string }[];
}

/** What a waterfall is asked for: two dates, by whose knowledge, the close dates that count, and whose pipeline. */
export interface WaterfallQuery {
  readonly from: string;
  readonly to: string;
  readonly known: Knowledge;
  readonly span: Span;
  readonly scope: Scope;
}

/** Reads the files of versions and deals; a version names its deal by row. */
export function readHistory(
  versionTable: ColumnTable,
  dealTable: ColumnTable,
  holding: Holding,
): PipelineHistory {
  const deal = rowReader(dealTable);
  const ids = Array.from({ length: dealTable.numRows }, (_, row) =>
    String(deal("opportunity_id", row)),
  );
  const at = rowReader(versionTable);
  const versions = Array.from({ length: versionTable.numRows }, (_, row): Version => {
    const place = Number(at("deal", row));
    const closes = at("close_date", row);
    return {
      opportunity_id: ids[place] ?? "",
      valid_from: dayOf(Number(at("valid_from", row))),
      known_from: dayOf(Number(at("known_from", row))),
      status: at("status", row) as Status,
      rep_id: String(at("rep_id", row)),
      segment: deal("segment", place) as string | null,
      territory_id: deal("territory_id", place) as string | null,
      amount_minor: at("amount_minor", row) as number | null,
      currency: at("currency", row) as string | null,
      close_date: closes === null ? null : dayOf(Number(closes)),
    };
  });
  const names = (row: number): DealNames => ({
    name: deal("name", row) as string | null,
    account: deal("account", row) as string | null,
    stage: deal("stage", row) as string | null,
    file: deal("file", row) as string | null,
    line: deal("line", row) as number | null,
  });
  return { versions, holding, deals: new Map(ids.map((id, row) => [id, names(row)])) };
}

/** The bars of a waterfall with all deals behind them, computed as the batch does. */
export function barsOf(
  { versions, deals, holding }: PipelineHistory,
  { from, to, known, span, scope }: WaterfallQuery,
  currencyDigits: number,
): ListedBar[] {
  const value = valuationBy(holding.rates, currencyDigits);
  const holderOf = holderBy(holding.assignments);
  const [first, last] = from <= to ? [from, to] : [to, from];
  const found = waterfall(
    versions,
    { from: first, to: last, known, span, value, holderOf },
    holdsFor(scope),
  );
  const reps = new Map(holding.reps.map(({ rep_id, name }) => [rep_id, name]));
  return listBars(found, { deal: (id) => deals.get(id), rep: (id) => reps.get(id) });
}

/** Values of a table by column and row, each column looked up once. */
function rowReader(table: ColumnTable) {
  const columns = new Map<string, ReturnType<ColumnTable["getChild"]>>();
  return (name: string, row: number): unknown => {
    if (!columns.has(name)) columns.set(name, table.getChild(name));
    return columns.get(name)?.get(row) ?? null;
  };
}

const known = new Map<number, string>();

/** The date of an epoch day; few days occur, and each many times. */
function dayOf(day: number): string {
  const found = known.get(day) ?? dateOf(day);
  known.set(day, found);
  return found;
}
