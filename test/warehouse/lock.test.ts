import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { QueryError } from "../../src/errors.ts";
import type { Statement } from "../../src/warehouse/statement.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/warehouse.ts";
import { temporaryFolder } from "../workspaces/write.ts";

const written = (sql: string): Statement => ({ file: "test.sql", sql });

describe("a locked warehouse", () => {
  const folder = temporaryFolder();
  const outside = join(folder, "outside.csv");
  const stolen = join(folder, "stolen.csv");
  let locked: Warehouse;

  beforeAll(async () => {
    writeFileSync(outside, "secret\n1\n");
    locked = await openWarehouse(join(folder, "one.duckdb"));
    await locked.run(written("create table kept (n integer)"));
    await locked.lock();
  });
  afterAll(() => locked.close());

  test.each([
    ["reads no other file", `select * from read_csv('${outside}')`],
    ["reads no text of another file", `select * from read_text('${outside}')`],
    ["writes no other file", `copy kept to '${stolen}'`],
    ["attaches no other database", `attach '${join(folder, "two.duckdb")}'`],
    ["can't be opened again", "set enable_external_access = true"],
    ["can't be told to allow more", "set lock_configuration = false"],
  ])("%s", async (_, sql) => {
    await expect(locked.run(written(sql))).rejects.toThrow(QueryError);
    expect(existsSync(stolen)).toBe(false);
  });

  test("still works on its own tables", async () => {
    await locked.append("kept", [{ n: 1 }]);
    expect(await locked.all(written("from kept"))).toEqual([{ n: 1 }]);
  });
});

test("a warehouse opened to read can't be changed", async () => {
  const file = join(temporaryFolder(), "read.duckdb");
  const writing = await openWarehouse(file);
  await writing.run(written("create table kept as select 1 as n"));
  writing.close();
  const reading = await openWarehouse(file, { readOnly: true });
  await expect(reading.run(written("insert into kept values (2)"))).rejects.toThrow(QueryError);
  expect(await reading.all(written("from kept"))).toEqual([{ n: 1 }]);
  reading.close();
});
