import { expect, test } from "vitest";
import { load } from "../workspaces/build.ts";
import { complaintsOf } from "../workspaces/complaint.ts";
import { companyFile, csv, deal, small } from "../workspaces/small.ts";

const file = "plans/quotas.csv";
const quota = { entity_type: "rep", entity_id: "ann", period: "2026-06", amount: 100 };
const withQuotas = (...quotas: readonly Record<string, string | number>[]) => ({
  ...small,
  [file]: csv(...quotas),
});

test("a quota for an unknown rep names the rep that was meant", async () => {
  const quotas = [quota, { ...quota, entity_id: "anne" }, { ...quota, entity_id: "zebediah" }];
  expect(await complaintsOf(withQuotas(...quotas))).toEqual([
    `quota for an unknown rep: "anne"\n  in ${file}, line 3, column entity_id\n  Did you mean "ann"?`,
    `quota for an unknown rep: "zebediah"\n  in ${file}, line 4, column entity_id\n  Add the rep to people/roster.csv or mend the row.`,
  ]);
});

test("a quota for an unknown team, region, company or kind of entity stops too", async () => {
  const entities = ["team", "region", "company", "galaxy"];
  const quotas = entities.map((entity_type) => ({ ...quota, entity_type, entity_id: "Nowhere" }));
  expect((await complaintsOf(withQuotas(...quotas))).map((text) => text.split("\n")[0])).toEqual(
    entities.map((entity) => `quota for an unknown ${entity}: "Nowhere"`),
  );
});

test("a target of zero is kept, found, and has no attainment", async () => {
  const { all } = await load(withQuotas({ ...quota, amount: 0 }));
  expect(await all("select quota_cents from quota")).toEqual([{ quota_cents: 0 }]);
  expect(await all("select finding, entity_id, line, detail from finding")).toEqual([
    {
      finding: "zero_target",
      entity_id: "rep ann",
      line: 2,
      detail: "a target of zero has no attainment; left blank",
    },
  ]);
});

test("an unparsable quota is rejected with its line and value", async () => {
  const { all } = await load(withQuotas(quota, { ...quota, period: "FY26", amount: "lots" }));
  expect(await all("select object, line, column_name, value, reason from rejected_row")).toEqual([
    {
      object: "quota",
      line: 3,
      column_name: "amount",
      value: "lots",
      reason: "unparsable amount",
    },
  ]);
});

test("a period in no known form names its line", async () => {
  const quotas = [quota, { ...quota, period: "Q3 2026" }];
  expect(await complaintsOf(withQuotas(...quotas))).toEqual([
    `invalid period: "Q3 2026"\n  in ${file}, line 3, column period\n  Write a period as 2026-03, FY26-Q3 or FY26.`,
  ]);
});

test("an unknown column in a plan file names the column that was meant", async () => {
  expect(await complaintsOf(withQuotas({ ...quota, recorded: "2026-01-01" }))).toEqual([
    `unknown column: recorded in ${file}\n  in ${file}, line 1, column recorded\n  Did you mean "recorded_on"?`,
  ]);
});

test("a required column that a plan file misspells is to be renamed", async () => {
  const { amount, ...rest } = quota;
  expect(await complaintsOf(withQuotas({ ...rest, amout: amount }))).toEqual([
    `missing column: amount in ${file}\n  in ${file}, line 1\n  Rename "amout" to amount.`,
  ]);
});

test("a mapping of an unknown object or column names the one that was meant", async () => {
  const mapped = (columns: string) => ({
    ...small,
    "company.yaml": companyFile({ source: `    columns: ${columns}\n` }),
  });
  expect(await complaintsOf(mapped("{ oportunity: { segment: Segment__c } }"))).toEqual([
    'unknown object: oportunity of source crm\n  in company.yaml\n  Did you mean "opportunity"?',
  ]);
  expect(await complaintsOf(mapped("{ opportunity: { segmnt: Segment__c } }"))).toEqual([
    'unknown column: segmnt of opportunity\n  in company.yaml\n  Did you mean "segment"?',
  ]);
});

test("a mapped column that no export has stops, one that older drops lack doesn't", async () => {
  const source = "    columns: { opportunity: { segment: Segment__c } }\n";
  const mapped = { ...small, "company.yaml": companyFile({ source }) };
  const drop = (Heading: string) => ({
    "exports/crm/2026-07-03/Opportunity.csv": csv(deal("D9", { [Heading]: "SMB" })),
  });
  const place = "exports/crm/2026-07-03/Opportunity.csv";
  expect(await complaintsOf({ ...mapped, ...drop("Segments__c") })).toEqual([
    `missing column: Segment__c in ${place}\n  in ${place}, line 1\n` +
      '  company.yaml maps segment to it: did you mean "Segments__c"?',
  ]);
  const { all } = await load({ ...mapped, ...drop("Segment__c") });
  expect(await all("select distinct segment from opportunity order by 1")).toEqual([
    { segment: "SMB" },
    { segment: null },
  ]);
});
