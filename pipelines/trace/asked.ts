import { type PlainDate, parsePlainDate } from "../../src/calendar.ts";
import { InputError, nearest } from "../../src/errors.ts";
import type { Metric } from "../../src/metrics/metric.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { commandLine } from "../command-line.ts";
import { sql } from "../run.ts";

/** What a trace reads of the table `metric`. */
export interface TracedMetric
  extends Pick<Metric, "components" | "numerator" | "denominator" | "count"> {
  readonly metric: string;
}

/** Which figure is asked for, as the command line says it. */
export interface TraceOptions {
  readonly metric: string;
  /** `team:Enterprise East`; the company unless told. */
  readonly entity?: string | undefined;
  /** `2026-03`, `FY26-Q3` or `FY26`; the fiscal quarter in progress unless told. */
  readonly period?: string | undefined;
  /** The day as known on which the warehouse must be. */
  readonly asOf?: string | undefined;
  readonly view: "as_was" | "as_is";
  /** `reason: Price`: only what this breakdown is made of; every breakdown unless told. */
  readonly breakdown?: string | undefined;
}

/** A figure's place in the table `kpi`. */
export interface Cell {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period: string;
  readonly period_start: PlainDate;
  readonly view: string;
}

/** The figure that is asked for, found. */
export interface Asked {
  readonly metric: TracedMetric;
  readonly cell: Cell;
  readonly label: string;
  readonly as_of: PlainDate;
}

/**
 * Finds the figure.
 *
 * @param folder the workspace's
 * @throws InputError for what the warehouse doesn't hold, naming the nearest it does
 */
export async function askedFor(
  warehouse: Warehouse,
  options: TraceOptions,
  folder: string,
): Promise<Asked> {
  const as_of = await asOfOf(warehouse, options.asOf, folder);
  const metrics = await warehouse.table<TracedMetric>("metric", ["position"]);
  const metric = oneOf("metric", options.metric, metrics, (row) => row.metric);
  const entity = await entityOf(warehouse, options.entity);
  const { label, ...period } = await periodOf(warehouse, options.period);
  return { metric, label, as_of, cell: { ...entity, ...period, view: options.view } };
}

async function asOfOf(
  warehouse: Warehouse,
  asked: string | undefined,
  folder: string,
): Promise<PlainDate> {
  const [run] = await warehouse.table<{ as_of: PlainDate }>("run", ["as_of"]);
  if (run === undefined) throw new Error("missing run: the warehouse holds no modelled data");
  if (asked === undefined || asked === run.as_of) return run.as_of;
  const options = ` --as-of ${parsePlainDate(asked)} --no-site`;
  throw new InputError(`unavailable as-of: "${asked}"`, {
    remedy: `The warehouse is as of ${run.as_of}. Build it first: ${commandLine("rebuild", folder, options)}`,
  });
}

async function entityOf(warehouse: Warehouse, asked: string | undefined) {
  const entities = await warehouse.all<Pick<Cell, "entity_type" | "entity_id">>(
    sql("trace/entity"),
  );
  const name = ({ entity_type, entity_id }: (typeof entities)[number]) =>
    `${entity_type}:${entity_id}`;
  const company = entities.find(({ entity_type }) => entity_type === "company");
  if (asked === undefined && company) return company;
  const text = asked ?? "";
  const [type] = text.split(":");
  const alike = entities.filter(({ entity_type }) => entity_type === type);
  if (alike.length > 0) return oneOf("entity", text, alike, name);
  const types = [...new Set(entities.map(({ entity_type }) => entity_type))];
  throw new InputError(`unknown entity: "${text}"`, {
    remedy: `Write it as type:id; types are ${types.join(", ")}.`,
  });
}

interface Period extends Pick<Cell, "period" | "period_start"> {
  readonly label: string;
}

async function periodOf(warehouse: Warehouse, asked: string | undefined): Promise<Period> {
  const periods = await warehouse.table<Period & { readonly is_current: boolean }>(
    "fiscal_period",
    ["period", "period_start"],
  );
  const current = periods.find((row) => row.period === "quarter" && row.is_current);
  const { period, period_start, label } =
    asked === undefined && current
      ? current
      : oneOf("period", asked ?? "", periods, (row) => row.label);
  return { period, period_start, label };
}

/** @throws InputError where no row has the name, naming the nearest */
export function oneOf<Row>(
  what: string,
  asked: string,
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): Row {
  const found = rows.find((row) => nameOf(row) === asked);
  if (found !== undefined) return found;
  const names = rows.map(nameOf);
  const meant = nearest(asked, names);
  throw new InputError(`unknown ${what}: "${asked}"`, {
    remedy: meant === undefined ? `Known are ${fewOf(names)}.` : `Did you mean "${meant}"?`,
  });
}

const fewOf = (names: readonly string[]) =>
  names.length <= 60 ? names.join(", ") : `${names.slice(0, 60).join(", ")}, …`;
