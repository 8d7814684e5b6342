import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { append } from "./append.ts";
import { execute } from "./execute.ts";
import { quoteIdentifier, type Statement } from "./statement.ts";
import { plainValue, type Value, type Values } from "./values.ts";

export type { Values } from "./values.ts";

/** An open database. Queries run off the event loop, one at a time in the order given. */
export interface Warehouse {
  /** Runs a statement for its effect; the number of rows it changed. */
  run(statement: Statement, values?: Values): Promise<number>;
  /** The rows of a query: whole numbers as numbers, dates as `YYYY-MM-DD`. */
  all<Row>(statement: Statement, values?: Values): Promise<Row[]>;
  /** The rows and column names of a query, for output whose shape isn't known ahead. */
  query(statement: Statement, values?: Values): Promise<{ columns: string[]; rows: Value[][] }>;
  /** A whole table in the order of the named columns. */
  table<Row>(name: string, orderBy: readonly string[]): Promise<Row[]>;
  /**
   * Adds rows to a table of the schema that statements write to, or of an attached file where one is
   * named; what a row leaves out is null.
   */
  append(table: string, rows: readonly object[], attached?: string): Promise<void>;
  /** Opens another DuckDB file beside this one, made if there is none: its tables are `name.table`. */
  attach(path: string, name: string): Promise<void>;
  /** Closes a file that was attached; does nothing where none of that name is. */
  detach(name: string): Promise<void>;
  /** Shuts every other file of the machine out and forbids to change that. */
  lock(): Promise<void>;
  close(): void;
}

export interface WarehouseOptions {
  readonly readOnly?: boolean;
  /** Upper bound of the engine's own memory, as DuckDB writes it. */
  readonly memoryLimit?: string;
  /** Where the engine spills what doesn't fit. */
  readonly temporaryFolder?: string;
}

/** The oldest DuckDB that reads a warehouse's file. */
const storageVersion = "v1.3.0";

/**
 * Opens a DuckDB file, or `:memory:`.
 *
 * @throws QueryError from every method, naming the statement's file
 */
export async function openWarehouse(
  path: string,
  { readOnly = false, memoryLimit = "1GB", temporaryFolder }: WarehouseOptions = {},
): Promise<Warehouse> {
  const instance = await DuckDBInstance.create(path, {
    access_mode: readOnly ? "READ_ONLY" : "AUTOMATIC",
    memory_limit: memoryLimit,
    // later versions of the file format write text in half the time and less than half the space
    storage_compatibility_version: storageVersion,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    ...(temporaryFolder === undefined ? {} : { temp_directory: temporaryFolder }),
  });
  const connection = await instance.connect();
  return warehouseOf(instance, connection);
}

function warehouseOf(instance: DuckDBInstance, connection: DuckDBConnection): Warehouse {
  return {
    run: async (statement, values) => (await execute(connection, statement, values)).rowsChanged,
    all: async <Row>(statement: Statement, values?: Values) => {
      const reader = await execute(connection, statement, values);
      return reader.convertRowObjects(plainValue) as Row[];
    },
    query: async (statement, values) => {
      const reader = await execute(connection, statement, values);
      return {
        columns: reader.deduplicatedColumnNames(),
        rows: reader.convertRows(plainValue) as Value[][],
      };
    },
    table: async <Row>(name: string, orderBy: readonly string[]) => {
      const reader = await execute(connection, selectTable(name, orderBy));
      return reader.convertRowObjects(plainValue) as Row[];
    },
    append: (table, rows, attached) => append(connection, table, rows, attached),
    attach: async (path, name) => {
      await execute(connection, attachment(path, name));
    },
    detach: async (name) => {
      const sql = `detach database if exists ${quoteIdentifier(name)}`;
      await execute(connection, { file: "detach", sql });
    },
    lock: () => lock(connection),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function selectTable(name: string, orderBy: readonly string[]): Statement {
  const keys = orderBy.map(quoteIdentifier).join(", ");
  return { file: name, sql: `from ${quoteIdentifier(name)} order by ${keys}` };
}

/** The statement has no place for a parameter: a quote in the path is doubled. */
function attachment(path: string, name: string): Statement {
  const file = `'${path.replaceAll("'", "''")}'`;
  const options = `(storage_version '${storageVersion}')`;
  return { file: path, sql: `attach ${file} as ${quoteIdentifier(name)} ${options}` };
}

async function lock(connection: DuckDBConnection): Promise<void> {
  await execute(connection, { file: "lock", sql: "set enable_external_access = false" });
  await execute(connection, { file: "lock", sql: "set lock_configuration = true" });
}
