import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { headers } from "../../../src/simulation/hubspot/tables.ts";
import { viewHeader } from "../../../src/simulation/hubspot/viewheader.ts";

const folder = join(import.meta.dirname, "../../../../shared/data/hubspot_headings");
const isThere = existsSync(folder);
if (!isThere) console.log(`skipped: real headings aren't at ${folder}`);
const files = isThere ? readdirSync(folder).filter((name) => name.endsWith("_data.csv")) : [];

describe.skipIf(!isThere)("the headings of real exports", () => {
  it("are there for most tables", () => {
    expect(files.length).toBeGreaterThan(15);
  });

  it.each(files)("begin those of %s, which further properties follow", (file) => {
    const [line = ""] = readFileSync(join(folder, file), "utf8").split(/\r?\n/);
    const real = line.split(",");
    const own = new Map(Object.entries(headers)).get(file.replace("_data.csv", "")) ?? [];
    expect(own.slice(0, real.length)).toEqual(real);
    const further = own.slice(real.length);
    expect(further.filter((name) => !name.startsWith("property_"))).toEqual([]);
    expect(new Set(own).size).toBe(own.length);
  });
});

it("a view has a duration for each stage, with the blank that a label ends in", () => {
  expect(viewHeader).toHaveLength(42);
  expect(viewHeader).toContain(
    '"Cumulative time in ""Negotiation/Review  (Sales Pipeline)"" (HH:mm:ss)"',
  );
});
