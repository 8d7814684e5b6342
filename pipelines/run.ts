import type { PlainDate } from "../src/calendar.ts";
import type { Identifiers, Statement } from "../src/warehouse/statement.ts";
import { loadStatement } from "../src/warehouse/statement.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import type { Workspace } from "../src/workspace/company.ts";
import type { Progress } from "./progress.ts";

/** What every stage of a rebuild is given. */
export interface Run {
  readonly workspace: Workspace;
  readonly asOf: PlainDate;
  readonly warehouse: Warehouse;
  readonly progress: Progress;
}

/** A statement of the pipeline by its path under `pipelines/sql`, without `.sql`. */
export function sql(path: string, identifiers?: Identifiers): Statement {
  return loadStatement(new URL(`./sql/${path}.sql`, import.meta.url), identifiers);
}
