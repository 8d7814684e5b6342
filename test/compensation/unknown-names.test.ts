import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { settlePeriod } from "../../pipelines/settle.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { rebuildWarehouse } from "../workspaces/build.ts";
import { complaints } from "../workspaces/complaint.ts";
import { companyFile, csv, firstDrop, small, withDeals, won } from "../workspaces/small.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

// plans that name what nobody and nothing goes by, and would pay nobody without a word

const file = "plans/compensation/sales.yaml";
const head = (from: string) => `plan: Sales\neffective_from: ${from}\n`;
const covering = (covers: string, from = "2026-01-01") =>
  `${head(from)}covers: { ${covers} }\ncomponents:\n  - name: All\n    rate: 0.1\n`;
const asking = (component: string, from = "2026-01-01") =>
  `${head(from)}components:\n  - name: All\n    ${component}\n`;

// the list names two products, a line names a third by its id alone
const sold = {
  ...small,
  [`${firstDrop}/Product2.csv`]: csv(
    { Id: "P1", Name: "Halden Platform", Family: "Software" },
    { Id: "P2", Name: "Analytics", Family: "Software" },
  ),
  [`${firstDrop}/OpportunityLineItem.csv`]: csv({
    Id: "L1",
    OpportunityId: "D2",
    Product2Id: "P9",
    TotalPrice: "2500.50",
  }),
};

/** What settling over a rebuilt workspace says of a plan. */
function settled(folder: string, plan: string) {
  rmSync(join(folder, "plans/compensation"), { recursive: true, force: true });
  writeFiles(folder, { [file]: plan });
  return complaints(() => settlePeriod(openWorkspace(folder), "2026-03"));
}

describe("a plan is refused, with file and line, that names", () => {
  let folder: string;

  beforeAll(async () => {
    folder = writeWorkspace(sold);
    await rebuildWarehouse(folder);
  }, 120_000);

  const product = "Name it as deals and the CRM's list of products do.";
  const staff = "Give it to somebody in people/roster.csv, or take the name out of the plan.";

  test.each([
    [
      "a misspelt role",
      covering("roles: [acount_executive]"),
      'role: "acount_executive"',
      3,
      'Did you mean "account_executive"?',
    ],
    [
      "a role in other letters",
      covering("roles: Account_Executive"),
      'role: "Account_Executive"',
      3,
      'Did you mean "account_executive"?',
    ],
    ["a role that nobody had", covering("roles: [astronaut]"), 'role: "astronaut"', 3, staff],
    [
      "a misspelt team",
      covering("teams: [South, Nroth]"),
      'team: "Nroth"',
      3,
      'Did you mean "North"?',
    ],
    [
      "a type that deals don't have",
      asking("rate: 0.1\n    where: { types: [New Business] }"),
      'type: "New Business"',
      6,
      "Deals are of the types new, expansion, renewal.",
    ],
    [
      "a misspelt type",
      asking("rate: 0.1\n    where:\n      types:\n        - renewal\n        - nwe"),
      'type: "nwe"',
      9,
      'Did you mean "new"?',
    ],
    [
      "a misspelt product",
      asking("rate: 0.1\n    where: { products: [Halden Platfrom] }"),
      'product: "Halden Platfrom"',
      6,
      'Did you mean "Halden Platform"?',
    ],
    [
      "a product to leave out",
      asking("rate: 0.1\n    where: { not_products: [Services] }"),
      'product: "Services"',
      6,
      product,
    ],
    [
      "a misspelt product under weights",
      asking("rate: 0.1\n    weights:\n      - { where: { products: Analytcs }, times: 2 }"),
      'product: "Analytcs"',
      7,
      'Did you mean "Analytics"?',
    ],
    [
      "a misspelt type under exceptions",
      asking(
        "rate:\n      rule: flat\n      rate: 0.1\n      exceptions:\n        - { where: { types: renewl }, rate: 0 }",
      ),
      'type: "renewl"',
      9,
      'Did you mean "renewal"?',
    ],
  ])("%s", async (_, plan, what, line, remedy) => {
    expect(await settled(folder, plan)).toEqual([
      `unknown ${what}\n  in ${file}, line ${line}\n  ${remedy}`,
    ]);
  });

  test.each([
    [
      "names as deals, lists and rosters have them",
      covering("roles: account_executive, teams: [North, South]"),
    ],
    [
      "types and products in other letters, and by id where a product has no name",
      asking(
        "rate: 0.1\n    where: { types: [NEW, Renewal], products: [analytics, p9], not_products: [ Halden Platform ] }",
      ),
    ],
  ])("but not %s", async (_, plan) => {
    const told = await settled(folder, plan);
    expect(told.filter((one) => one.startsWith("unknown"))).toEqual([]);
  });

  test("anything of that, all together", async () => {
    const plan = `${covering("roles: astronaut, people: anne")}    where: { types: nwe, products: [Moon, Mars] }\n`;
    expect((await settled(folder, plan)).map((one) => one.split("\n")[0])).toEqual([
      'unknown role: "astronaut"',
      'unknown person: "anne"',
      'unknown type: "nwe"',
      'unknown product: "Moon"',
      'unknown product: "Mars"',
    ]);
  });

  test("what is to come by then is no mistake in a plan that is yet to begin, but a type is", async () => {
    const next = "2026-07-01";
    const told = async (plan: string) =>
      (await settled(folder, plan)).filter((one) => one.startsWith("unknown"));
    expect(await told(covering("roles: [astronaut], teams: [Moon]", next))).toEqual([]);
    expect(await told(asking("rate: 0.1\n    where: { products: [Rocket] }", next))).toEqual([]);
    expect(await told(asking("rate: 0.1\n    where: { types: [nwe] }", next))).toHaveLength(1);
    expect(await told(covering("roles: [astronaut]", "2026-06-30"))).toHaveLength(1);
  });
});

test("products can't be held against a workspace that tells none", async () => {
  const folder = writeWorkspace(small);
  await rebuildWarehouse(folder);
  const told = await settled(folder, asking("rate: 0.1\n    where: { products: [Platform] }"));
  expect(told.filter((one) => one.startsWith("unknown"))).toEqual([]);
}, 60_000);

test("a product that deals alone name pays by that name, without a list of products", async () => {
  const folder = writeWorkspace({
    ...withDeals(
      won("D1", { Product__c: "Platform", Amount: "1000" }),
      won("D2", { Product__c: "Services", Amount: "500" }),
    ),
    "company.yaml": companyFile({
      source: "    columns: { opportunity: { product: Product__c } }\n",
    }),
    [file]: asking("quota: none\n    rate: 0.1\n    where: { products: [platform] }"),
  });
  await rebuildWarehouse(folder);
  const { statements } = await settlePeriod(openWorkspace(folder), "2026-03");
  expect(statements.map(({ paid_cents }) => paid_cents)).toEqual([10_000]); // a tenth of 1,000
  expect(await settled(folder, asking("rate: 0.1\n    where: { products: Platfrom }"))).toEqual([
    `unknown product: "Platfrom"\n  in ${file}, line 6\n  Did you mean "Platform"?`,
  ]);
}, 60_000);

test("a role that somebody had counts as known, be it recorded after the as-of", async () => {
  const folder = writeWorkspace({
    ...small,
    "people/roster.csv": csv(
      { person_id: "ann", name: "Ann", crm_user_id: "U1", role: "seller", team: "North" },
      {
        person_id: "ann",
        name: "Ann",
        crm_user_id: "U1",
        role: "boss",
        team: "Moon",
        effective_from: "2026-08-01",
        recorded_on: "2026-08-01",
      },
    ),
    [file]: covering("roles: boss, teams: Moon"),
  });
  expect(await complaints(() => rebuildWarehouse(folder))).toEqual([]);
}, 60_000);
