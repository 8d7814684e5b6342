import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { load } from "../workspaces/build.ts";
import { complaintsOf } from "../workspaces/complaint.ts";
import { companyFile, csv, deal, firstDrop, small } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";

const path = `${firstDrop}/Opportunity.csv`;
const next = "exports/crm/2026-07-03/Opportunity.csv";
const { [path]: export1 = "", ...withoutDeals } = small;
const deals = Array.from({ length: 40 }, (_, index) => deal(`D${index}`));
/** Whole but for what comes after `D39,Deal D39,A1,U1,Proposal`. */
const text = csv(...deals);
const cut = text.slice(0, text.lastIndexOf(",1000.00"));

describe("a half-written file stops the rebuild, however few of its rows are bad", () => {
  const place = (file: string) =>
    `half-written file: ${file}\n  in ${file}, line 41\n` +
    "  Its last row breaks off: the export was interrupted. Export it again.";

  test("that breaks off between two fields", async () => {
    expect(await complaintsOf({ ...small, [path]: cut })).toEqual([place(path)]);
    const blankInside = cut.replace("Deal D39", '"Deal\n\nD39"');
    expect(await complaintsOf({ ...small, [path]: blankInside })).toEqual([place(path)]);
  });

  test("that breaks off inside a quote", async () => {
    const quoted = csv(...deals.slice(0, 39), deal("D39", { Name: 'The "big, blue" one' }));
    const inside = quoted.slice(0, quoted.lastIndexOf("blue"));
    expect(await complaintsOf({ ...small, [path]: inside })).toEqual([place(path)]);
  });

  test("that was packed after it broke off, or is in another encoding", async () => {
    const packed = { ...withoutDeals, [`${path}.gz`]: gzipSync(cut) };
    expect(await complaintsOf(packed)).toEqual([place(`${path}.gz`)]);
    const latin = Buffer.from(cut.replaceAll("Deal", "Geschäft"), "latin1");
    expect(await complaintsOf({ ...small, [path]: latin })).toEqual([place(path)]);
  });

  test.each([
    ["a blank line", '\n"Deals by rep"\nCopyright (c) 2026'],
    ["a blank line alone", "\nCopyright (c) 2026"],
    ["another line of it", "Deals by rep\nCopyright (c) 2026"],
  ])("or ends in a footer behind %s, which says so", async (_, footer) => {
    const [said] = await complaintsOf({ ...small, [path]: text + footer });
    const line = 41 + footer.split("\n").length;
    expect(said).toBe(
      `rows behind the last record: ${path}\n  in ${path}, line ${line}\n` +
        "  Its last lines are no records, such as a report's footer: remove them.",
    );
  });

  test("but a short row that others follow, or a last row without a line end, doesn't", async () => {
    const short = `${csv(...deals)}D99,too short\n${csv(deal("D98")).split("\n")[1]}\n`;
    expect(await complaintsOf({ ...small, [path]: short })).toEqual([]);
    expect(await complaintsOf({ ...small, [path]: text.trimEnd() })).toEqual([]);
  });

  test.each(["parquet", "xlsx"])("or a .%s file that breaks off", async (ending) => {
    const file = path.replace("csv", ending);
    const magic = ending === "parquet" ? "PAR1" : "PK\u0003\u0004";
    const [said] = await complaintsOf({ ...withoutDeals, [file]: Buffer.from(`${magic}, then`) });
    expect(said).toMatch(
      new RegExp(
        `^unreadable file: ${file}\n {2}in ${file}\n {2}Export it again \\(\\w[^/]+\\)\\.$`,
      ),
    );
  });
});

describe("the same export under two names", () => {
  test("stops the rebuild when both are in one drop", async () => {
    const file = `${firstDrop}/Opportunity-2.csv`;
    expect(await complaintsOf({ ...small, [file]: export1 })).toEqual([
      `repeated file: ${path}\n  in ${path}\n` +
        "  Opportunity-2.csv of the same drop has the same bytes: keep one of them.",
    ]);
  });

  test("is one finding when a whole drop stands again under another date", async () => {
    const { all } = await load({ ...small, [next]: export1 });
    expect(await all("select finding, entity_id, detail from finding")).toEqual([
      {
        finding: "repeated_drop",
        entity_id: next,
        detail: `byte for byte the same as ${path}: was the older export copied?`,
      },
    ]);
  });
});

describe("a column renamed between two drops", () => {
  const renamed = (from: string, to: string): Files => ({
    ...small,
    [path]: csv(deal("D1", { NextStep: "Call" })),
    [next]: csv(deal("D2", { NextStep: "Meet" })).replace(from, to),
  });

  test("stops the rebuild when nothing goes without it, with the lines to write", async () => {
    expect(await complaintsOf(renamed("CloseDate", "Expected Close"))).toEqual([
      `renamed column: CloseDate is gone from ${next}\n  in ${next}, line 1\n` +
        "  The drop of 2026-06-30 had CloseDate, this one hasn't; new is Expected Close. " +
        "If that is it, write under sources.crm in company.yaml: " +
        "columns: { opportunity: { closed: [Expected Close, CloseDate] } }. " +
        "Otherwise export it again with CloseDate.",
    ]);
  });

  test("is missed in the file of the drop before that is most like it", async () => {
    const list = `${firstDrop}/Opportunity-2.csv`; // before Opportunity.csv in its drop
    const { Name: _, ...unnamed } = deal("D0");
    const files = { ...renamed("NextStep", "null"), [list]: csv(unnamed) };
    const { column } = await load(files);
    expect(await column("select detail from finding where finding = 'renamed_column'")).toEqual([
      // unquoted it would be no text
      expect.stringContaining('columns: { opportunity: { next_step: ["null", NextStep] } }'),
    ]);
  });

  test("reads both headings once those lines are written", async () => {
    const columns = "    columns: { opportunity: { closed: [Expected Close, CloseDate] } }\n";
    const mapped = { "company.yaml": companyFile({ source: columns }) };
    const { column } = await load({ ...renamed("CloseDate", "Expected Close"), ...mapped });
    expect(await column("select close_date from opportunity")).toEqual([
      "2026-09-30",
      "2026-09-30",
    ]);
  });

  test("is a finding when the rebuild can go without it", async () => {
    const { all } = await load(renamed("NextStep", "Next_Step__c"));
    const found = "select * exclude (file_id) from finding where finding = 'renamed_column'";
    expect(await all(found)).toEqual([
      {
        finding: "renamed_column",
        severity: "warn",
        object: "opportunity",
        entity_id: "NextStep",
        line: 1,
        detail:
          "The drop of 2026-06-30 had NextStep, this one hasn't; new is Next_Step__c. " +
          "If that is it, write under sources.crm in company.yaml: " +
          "columns: { opportunity: { next_step: [Next_Step__c, NextStep] } }.",
      },
    ]);
  });

  test("that has nothing in its place says so", async () => {
    const { column } = await load({
      ...small,
      [path]: csv(deal("D1", { NextStep: "Call" })),
      [next]: csv(deal("D2")),
    });
    expect(await column("select detail from finding where finding = 'renamed_column'")).toEqual([
      "The drop of 2026-06-30 had NextStep, this one hasn't, and nothing new stands in its place.",
    ]);
  });
});
