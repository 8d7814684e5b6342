import { accuracy, metrics } from "../../pipelines/metrics.ts";
import { silentProgress } from "../../pipelines/progress.ts";
import type { PlainDate } from "../../src/calendar.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/warehouse.ts";
import { fill } from "./fill.ts";
import { tables } from "./tables.ts";

/** A deal of a test company: money in cents, dates `YYYY-MM-DD`. */
export interface Deal {
  readonly id: string;
  readonly rep?: string;
  readonly segment?: string | null;
  readonly status: "open" | "won" | "lost";
  readonly amount?: number | null;
  /** The amount, where it isn't given. */
  readonly bookings?: number | null;
  readonly created?: PlainDate;
  readonly closed: PlainDate;
  readonly category?: string;
  readonly stage?: string;
  readonly territory?: string;
  /** Where the deal came from. */
  readonly from?: string;
  readonly campaign?: string;
  readonly reason?: string;
  readonly competitor?: string;
}

/** A deal from a day on, until its next version: the deal's id, then what it was. */
export interface Version {
  readonly deal: string;
  readonly on: PlainDate;
  /** A stage of `stages`, `Won`, `Lost` or `Deleted`; none where the state is only inferred. */
  readonly stage: string | null;
  /** The deal's rep of today, where it isn't given. */
  readonly rep?: string;
  readonly closes?: PlainDate;
  readonly amount?: number | null;
  readonly category?: string;
}

export interface Lead {
  readonly id: string;
  readonly rep?: string;
  readonly from?: string;
  readonly campaign?: string;
  readonly created: PlainDate;
  readonly converted?: PlainDate;
  readonly deal?: string;
}

export type Activity = readonly [kind: string, on: PlainDate, rep: string | null, deal?: string];

export interface TestCompany {
  readonly versions?: readonly Version[];
  /** Open stages in the order of the sale; A, B, C and D unless told. */
  readonly stages?: readonly string[];
  readonly leads?: readonly Lead[];
  readonly activities?: readonly Activity[];
  readonly deals: readonly Deal[];
  readonly asOf?: PlainDate;
  readonly startMonth?: number;
  readonly minCell?: number;
  readonly reps?: readonly (readonly [rep: string, team: string, region: string, left?: boolean])[];
  readonly assignments?: readonly (readonly [
    rep: string,
    team: string,
    region: string,
    from: PlainDate,
  ])[];
  readonly lines?: readonly (readonly [
    deal: string,
    product: string | null,
    amount: number | null,
    quantity?: number | null,
  ])[];
  readonly quotas?: readonly (readonly [
    type: string,
    entity: string,
    period: string,
    start: PlainDate,
    cents: number,
  ])[];
  /** What the company file sets, as columns of `run`. */
  readonly settings?: object;
  /** Rows of other canonical tables, by table; money in cents. */
  readonly rows?: Readonly<Record<string, readonly object[]>>;
}

/** A row of `kpi`. */
export interface Kpi {
  readonly metric: string;
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period: string;
  readonly period_start: PlainDate;
  readonly view: string;
  readonly breakdown: string | null;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number;
  readonly lower_quartile: number | null;
  readonly median: number | null;
  readonly upper_quartile: number | null;
  readonly status: string;
}

/** An in-memory warehouse with the empty canonical tables that metrics read. */
export async function emptyWarehouse(): Promise<Warehouse> {
  const warehouse = await openWarehouse(":memory:");
  for (const [table, columns] of Object.entries(tables)) {
    await warehouse.run({ file: table, sql: `create table ${table} (${columns})` });
  }
  return warehouse;
}

/** Every KPI of a company named `Acme`, in the order of its keys. */
export async function kpisOf(company: TestCompany): Promise<Kpi[]> {
  const warehouse = await emptyWarehouse();
  try {
    await fill(warehouse, company);
    await metrics({ warehouse, progress: silentProgress });
    await accuracy({ warehouse, progress: silentProgress });
    const entity = ["metric", "entity_type", "entity_id"];
    const keys = [...entity, "period", "period_start", "view", "breakdown"];
    return await warehouse.table<Kpi>("kpi", keys);
  } finally {
    warehouse.close();
  }
}

/** One row, by what it must have in common; the company's month, whole, as teams are today, unless told. */
export function pick(kpis: readonly Kpi[], wanted: Partial<Kpi>): Kpi {
  const found = select(kpis, { ...whole, ...wanted });
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw new Error(`${found.length} rows: ${JSON.stringify(wanted)}`);
  }
  return first;
}

const whole = { entity_type: "company", period: "month", view: "as_is", breakdown: null } as const;

/** All rows that have this in common. */
export function select(kpis: readonly Kpi[], wanted: Partial<Kpi>): Kpi[] {
  const keys = Object.keys(wanted) as (keyof Kpi)[];
  return kpis.filter((kpi) => keys.every((key) => kpi[key] === wanted[key]));
}
