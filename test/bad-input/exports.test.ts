import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { complaints, complaintsOf } from "../workspaces/complaint.ts";
import { companyFile, csv, deal, firstDrop, small, withDeals } from "../workspaces/small.ts";
import { temporaryFolder } from "../workspaces/write.ts";

const path = `${firstDrop}/Opportunity.csv`;

describe("what stops a rebuild (exit code 2)", () => {
  test("missing workspace", async () => {
    const folder = `${temporaryFolder()}/nowhere`;
    expect(await complaints(async () => openWorkspace(folder))).toEqual([
      `missing workspace: ${folder}\n  Name a folder that holds a company.yaml.`,
    ]);
  });

  test("missing company file", async () => {
    const folder = temporaryFolder();
    expect(await complaints(async () => openWorkspace(folder))).toEqual([
      `missing company file: ${folder}/company.yaml\n  Write one; data/sample/company.yaml shows how.`,
    ]);
  });

  test("missing required file", async () => {
    const { [path]: _, ...without } = small;
    expect(await complaintsOf(without)).toEqual([
      `missing file: ${path}\n  Export Opportunity and put it there (.csv, .csv.gz, .parquet, .xlsx).`,
    ]);
  });

  test("a full source's drop without its required file", async () => {
    const files = {
      ...small,
      "company.yaml": companyFile().replace("delta", "full"),
      "exports/crm/2026-07-03/Account.csv": csv({ Id: "A1", Name: "Globex" }),
    };
    expect(await complaintsOf(files)).toEqual([
      "missing file: exports/crm/2026-07-03/Opportunity.csv\n  Export Opportunity and put it there (.csv, .csv.gz, .parquet, .xlsx).",
    ]);
  });

  test("missing exports folder, and no drop by the as-of", async () => {
    const [complaint] = await complaintsOf({ "company.yaml": small["company.yaml"] ?? "" });
    expect(complaint).toMatch(
      /^missing exports folder: .*exports\/crm\n {2}Put each export drop into a folder named by its date/,
    );
    expect(await complaintsOf(small, "2026-06-29")).toEqual([
      "missing drop: none is dated on or before 2026-06-29\n  Put an export into exports/<source>/<date>/, or choose a later as-of.",
    ]);
  });

  test("missing required column, with a near one and without", async () => {
    const renamed = (heading: string) => ({
      ...small,
      [path]: csv(deal("D1")).replace("CloseDate", heading),
    });
    expect(await complaintsOf(renamed("ClosesDate"))).toEqual([
      `missing column: CloseDate in ${path}\n  in ${path}, line 1\n  Map it in company.yaml (closed: ClosesDate) or export it again.`,
    ]);
    expect(await complaintsOf(renamed("When"))).toEqual([
      `missing column: CloseDate in ${path}\n  in ${path}, line 1\n  Export it again with CloseDate, or map closed in company.yaml.`,
    ]);
  });

  test("a second header row", async () => {
    const joined = csv(deal("D1"), deal("D2")) + csv(deal("D3"));
    expect(await complaintsOf({ ...small, [path]: joined })).toEqual([
      `second header row: Id in ${path}\n  in ${path}, line 4\n  Two exports were joined: keep the first header row only.`,
    ]);
  });

  test("an empty file", async () => {
    expect(await complaintsOf({ ...small, [path]: "" })).toEqual([
      `empty file: ${path}\n  in ${path}\n  Export it again with its headings, or remove the file.`,
    ]);
  });

  test("a corrupted gzip file", async () => {
    const packed = gzipSync(csv(...Array.from({ length: 50 }, (_, index) => deal(`D${index}`))));
    const { [path]: _, ...without } = small;
    const cut = packed.subarray(0, packed.length - 12);
    expect(await complaintsOf({ ...without, [`${path}.gz`]: cut })).toEqual([
      `unreadable file: ${path}.gz\n  in ${path}.gz\n  Export it again (unexpected end of file).`,
    ]);
  });

  test("the same export twice, plain and packed", async () => {
    const [complaint] = await complaintsOf({ ...small, [`${path}.gz`]: gzipSync(csv(deal("D1"))) });
    expect(complaint).toBe(
      `repeated file: ${path}.gz\n  in ${path}.gz\n  Opportunity.csv stands beside it: keep one of them.`,
    );
  });

  test("an unknown stage, with the one that was meant", async () => {
    const files = withDeals(
      deal("D1"),
      deal("D2", { StageName: "Propsal" }),
      deal("D3", { StageName: "Verbal" }),
    );
    const place = (line: number) => `  in ${path}, line ${line}, column stage\n`;
    const remedy = "  Add it under stages in company.yaml with its status";
    expect(await complaintsOf(files)).toEqual([
      `unknown stage: "Propsal"\n${place(3)}${remedy} (did you mean "Proposal"?).`,
      `unknown stage: "Verbal"\n${place(4)}${remedy}.`,
    ]);
  });

  test("a rate missing for a currency", async () => {
    const files = withDeals(deal("D1"), deal("D2", { CurrencyIsoCode: "EUR" }));
    expect(await complaintsOf(files)).toEqual([
      `missing rate: EUR\n  in ${path}, line 3\n  Add a row for EUR to plans/rates.csv, dated on or before the as-of.`,
    ]);
  });

  test("a drop's folder that bears no date", async () => {
    const [complaint] = await complaintsOf({ ...small, "exports/crm/july/Opportunity.csv": "" });
    expect(complaint).toMatch(/^invalid date: "july"\n/);
  });
});

describe("two sources that number their deals alike", () => {
  const stages = "[{ stage: Proposal, status: open }]";
  const files = {
    ...small,
    "company.yaml": companyFile({
      source: `  erp:\n    kind: salesforce\n    drops: delta\n    stages: ${stages}\n`,
    }),
  };
  const place = "exports/erp/2026-06-30/Opportunity.csv";

  test("stop", async () => {
    const drop = csv(deal("X1"), deal("D1"), deal("D2"));
    expect(await complaintsOf({ ...files, [place]: drop })).toEqual([
      `opportunity id in two sources: "D1"\n  in ${place}, line 3\n` +
        '  crm has it too. So do 1 more. Export ids that tell the sources apart, such as "erp-D1".',
    ]);
  });

  test("go through where no id is in both", async () => {
    expect(await complaintsOf({ ...files, [place]: csv(deal("X1")) })).toEqual([]);
  });
});
