import type { PlainDate } from "../../src/calendar.ts";
import type { Waterfall } from "../../src/opportunity/bar.ts";
import { type Assignment, holderBy } from "../../src/opportunity/holder.ts";
import { type ListedBar, listBars } from "../../src/opportunity/listing.ts";
import type { Knowledge, Version } from "../../src/opportunity/state.ts";
import { type Rate, valuationBy } from "../../src/opportunity/valuation.ts";
import { waterfall } from "../../src/opportunity/waterfall.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import type { ReportFile } from "./file.ts";
import { type DealRow, dealTable, versionTable } from "./pipeline-tables.ts";
import type { Window } from "./pipeline-window.ts";
import { readReport } from "./reading.ts";

/** The most versions that the file for other dates holds: some megabytes. */
const versionLimit = 300_000;

/** The most deals of a bar that a default waterfall lists. */
const dealLimit = 500;

/** How far back the pipeline is known, and from which day on the file for other dates tells of it. */
export interface Reach {
  readonly first_known: PlainDate | null;
  readonly first_date: PlainDate | null;
  /** Sources that give no history: what is known of their past is what their drops said. */
  readonly drop_sources: readonly string[];
  /** The days of the drops of deals, in order: what was known then is what those up to a day told. */
  readonly drop_dates: readonly PlainDate[];
}

/** What places and values versions: owners' teams, rates, and reps by name. */
export interface Holding {
  readonly assignments: readonly Assignment[];
  readonly rates: readonly Rate[];
  readonly reps: readonly { readonly rep_id: string; readonly name: string }[];
}

export async function readReach(warehouse: Warehouse): Promise<Reach> {
  const [reach] = await readReport<Reach>(warehouse, "pipeline_reach", { limit: versionLimit });
  return reach ?? { first_known: null, first_date: null, drop_sources: [], drop_dates: [] };
}

export async function readHolding(warehouse: Warehouse): Promise<Holding> {
  const rates = await warehouse.table<Rate>("currency_rate", ["currency", "valid_from"]);
  const assignments = await warehouse.table<Assignment>("kpi_assignment", ["rep_id", "valid_from"]);
  const reps = await warehouse.table<{ rep_id: string; name: string }>("rep", ["rep_id"]);
  return {
    assignments: assignments.map(({ rep_id, team_id, region_id, valid_from, valid_to }) => ({
      rep_id,
      team_id,
      region_id,
      valid_from,
      valid_to,
    })),
    rates: rates.map(({ currency, valid_from, valid_to, per_company_currency, digits }) => ({
      currency,
      valid_from,
      valid_to,
      per_company_currency,
      digits,
    })),
    reps: reps.map(({ rep_id, name }) => ({ rep_id, name })),
  };
}

/** The bars of a default waterfall, as known today and as known then. */
export interface WindowBars {
  readonly bars: readonly ListedBar[];
  readonly bars_then: readonly ListedBar[];
}

/** A default waterfall with the largest deals behind each bar. */
export async function windowBars(
  warehouse: Warehouse,
  window: Window,
  holding: Holding,
  currencyDigits: number,
): Promise<WindowBars> {
  const { from, to, span } = window;
  const versions = await versionsBetween(warehouse, from, to, true);
  const value = valuationBy(holding.rates, currencyDigits);
  const measure = { from, to, span, value, holderOf: holderBy(holding.assignments) };
  const listed = (known: Knowledge) =>
    listedBars(warehouse, waterfall(versions, { ...measure, known }), holding);
  return { bars: await listed("today"), bars_then: await listed("then") };
}

async function listedBars(
  warehouse: Warehouse,
  found: Waterfall,
  { reps }: Holding,
): Promise<ListedBar[]> {
  const ids = [found.opening, found.closing, ...found.bars].flatMap(({ deals }) =>
    deals.slice(0, dealLimit).map((deal) => deal.opportunity_id),
  );
  const deals = new Map((await dealsOf(warehouse, ids)).map((row) => [row.opportunity_id, row]));
  const names = new Map(reps.map(({ rep_id, name }) => [rep_id, name]));
  const known = { deal: (id: string) => deals.get(id), rep: (id: string) => names.get(id) };
  return listBars(found, known, dealLimit);
}

/** The files that a page computes the waterfall of any other dates and entities from. */
export async function historyFiles(
  warehouse: Warehouse,
  { first_date }: Reach,
  asOf: PlainDate,
  holding: Holding,
): Promise<ReportFile[]> {
  const versions = await versionsBetween(warehouse, first_date ?? asOf, asOf, false);
  const ids = [...new Set(versions.map((version) => version.opportunity_id))];
  const deals = await dealsOf(warehouse, ids);
  const audience = "leadership";
  return [
    { name: "pipeline-version.arrow", audience, content: { table: versionTable(versions, ids) } },
    { name: "pipeline-deal.arrow", audience, content: { table: dealTable(deals, ids) } },
    { name: "pipeline-holding.json", audience, content: { body: holding } },
  ];
}

const versionsBetween = (
  warehouse: Warehouse,
  from_date: PlainDate,
  to_date: PlainDate,
  is_ends_only: boolean,
) => readReport<Version>(warehouse, "pipeline_version", { from_date, to_date, is_ends_only });

const dealsOf = (warehouse: Warehouse, ids: readonly string[]) =>
  readReport<DealRow>(warehouse, "pipeline_deal", { ids: [...new Set(ids)] });
