import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readDialect } from "../../pipelines/ingest/headings.ts";
import { type Feed, type Layout, layoutIn } from "../../src/crm/feed.ts";
import { feedFor } from "../../src/crm/filename.ts";
import { matchHeadings } from "../../src/crm/headings.ts";
import { layouts, withOverrides } from "../../src/crm/layout.ts";
import { modulesUnder } from "../sources.ts";

const layoutOf = (name: string): Layout => layouts[name] ?? { feeds: [] };
const fileOf = (crm: string, name: string) => feedFor(layoutOf(crm), name)?.file;

const base: Feed = {
  file: "Product2",
  object: "product",
  columns: { product_id: ["Id", "Product ID"], name: ["ProductName"], family: ["Family"] },
};
const inNotation = (names: "exact" | "loose", feed = base): Feed => {
  const [written] = layoutIn({ shares: "percent", numbers: "point", names }, [feed]).feeds;
  return written ?? feed;
};
const matched = (feed: Feed, headings: readonly string[]) => matchHeadings(feed, headings).matched;

describe("headings", () => {
  test("of a known CRM match without regard to case, blanks and underscores", () => {
    const headings = [" product_id ", "Product Name", "FAMILY", "Extra"];
    expect(matchHeadings(inNotation("loose"), headings)).toEqual({
      matched: [
        [" product_id ", "product_id"],
        ["Product Name", "name"],
        ["FAMILY", "family"],
      ],
      missing: [],
      unused: ["Extra"],
    });
    expect(matched(inNotation("exact"), headings)).toEqual([]);
  });

  test("match exactly where they can, and not at all where two could be meant", () => {
    const both = ["id", "Id", "product_name", "PRODUCT NAME"];
    expect(matched(inNotation("loose"), both)).toEqual([["Id", "product_id"]]);
  });

  test("may be read one after another, joined, gathered or be none at all", () => {
    const feed = inNotation("loose", {
      ...base,
      columns: { product_id: ["Id"] },
      joined: { name: [["First"], ["Last"]] },
      gathered: { family: /^Time in (?<stage>.+)$/ },
    });
    expect(matched(feed, ["Id", "First", "Last", "Time in A"])).toEqual([
      ["Id", "product_id"],
      [{ joined: ["First", "Last"] }, "name"],
      [{ gathered: [{ heading: "Time in A", labels: { stage: "A" } }] }, "family"],
    ]);
    const other = { ...feed, fallbacks: { product_id: ["Key"] }, constants: { family: "x" } };
    expect(matched({ ...other, gathered: {} }, ["Id", "Key"])).toEqual([
      [{ first: ["Id", "Key"] }, "product_id"],
      [{ constant: "x" }, "family"],
    ]);
  });

  test("that the company maps go without the CRM's rules for the column", () => {
    const layout: Layout = {
      feeds: [{ ...base, fallbacks: { name: ["Label"] }, values: { name: { "1": "One" } } }],
    };
    const [own] = withOverrides(layout, { product: { name: ["Own"] } }).feeds;
    expect(own).toMatchObject({ fallbacks: {}, values: {} });
    expect(own?.columns.name).toEqual(["Own"]);
  });

  test("come after a line that tells the delimiter", () => {
    expect(readDialect("sep=;\r\nId;Name,1\r\n")).toEqual({
      preface: "sep=;",
      delimiter: ";",
      quote: '"',
      headings: ["Id", "Name,1"],
    });
    expect(readDialect("Id,Name\n").preface).toBeNull();
  });
});

describe("a file's name", () => {
  test.each([
    ["salesforce", "OpportunityHistory", "OpportunityHistory"],
    ["salesforce", "opportunity_history", "OpportunityHistory"],
    ["salesforce", "Opportunity-2", "Opportunity"],
    ["salesforce", "Product2", "Product2"],
    ["salesforce", "product_2", "Product2"],
    ["salesforce", "Opportunity_2026-07-03", "Opportunity"],
    ["salesforce", "OpportunityCompetitor", undefined],
    ["hubspot", "hubspot-crm-exports-all-deals-2026-07-03", "deal"],
    ["hubspot", "hubspot-crm-exports-my-open-deals-2026-07-03-1", "deal"],
    ["hubspot", "deal_stage", "deal_stage"],
    ["hubspot", "deal_pipeline_stage (1)", "deal_pipeline_stage"],
    ["hubspot", "engagement_contact", undefined],
    ["dynamics", "All Opportunities 7-3-2026 9-00-00 AM", "opportunity"],
    ["dynamics", "My Phone Calls 7-3-2026 9-00-00 AM", "phonecall"],
    ["dynamics", "opportunity", "opportunity"],
    ["pipedrive", "deals-1234567-1", "deals"],
    ["pipedrive", "notes-1234567-2", undefined],
  ])("of %s, %s, is of the feed %s", (crm, name, feed) => {
    expect(fileOf(crm, name)).toBe(feed);
  });

  test("of a mapped table and of our own files is taken as it is written", () => {
    expect(feedFor({ feeds: [base] }, "product2")).toBeUndefined();
    expect(feedFor({ feeds: [base] }, "Product2")).toBe(base);
  });

  test("of each feed is of that feed alone", () => {
    for (const crm of Object.keys(layouts)) {
      const files = layoutOf(crm).feeds.map(({ file }) => file);
      expect(files.map((file) => fileOf(crm, file))).toEqual(files);
    }
  });
});

const shared = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const isThere = existsSync(shared);
if (!isThere) console.log(`skipped: the headings of real exports aren't at ${shared}`);

describe.skipIf(!isThere)("the headings of real exports", () => {
  const read = (folder: string) =>
    readdirSync(join(shared, folder))
      .filter((file) => file.endsWith("_data.csv"))
      .map((file) => {
        const { headings } = readDialect(readFileSync(join(shared, folder, file), "utf8"));
        return { name: file.replace(/^sf_|_data\.csv$/g, ""), headings };
      });

  test.each(["hubspot", "salesforce"])("of %s give every column that is required", (crm) => {
    for (const { name, headings } of read(`${crm}_headings`)) {
      const feed = feedFor(layoutOf(crm), name);
      // orders, of the kinds of file that lie there, feed nothing
      if (feed === undefined) expect(name).toBe("order");
      else expect(matchHeadings(feed, headings).missing, name).toEqual([]);
    }
  });
});

test("no CRM's name stands outside of its layout and the simulation's command", () => {
  const names = new RegExp(Object.keys(layouts).join("|"), "i");
  const allowed = /^src\/(crm|simulation)\/|^pipelines\/(commands\/)?simulat[\w-]*\.ts$/;
  const statements = fileURLToPath(new URL("../../pipelines/sql/", import.meta.url));
  const sql = readdirSync(statements, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".sql"))
    .map((path) => ({ path, text: readFileSync(join(statements, path), "utf8") }));
  const modules = ["src", "pipelines", "reports"].flatMap(modulesUnder);
  const offending = [...modules, ...sql].filter(
    ({ path, text }) => names.test(text) && !allowed.test(path),
  );
  expect(offending.map(({ path }) => path)).toEqual([]);
});
