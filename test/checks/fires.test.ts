import { expect, test } from "vitest";
import { checkFiles } from "../../pipelines/check.ts";
import { checkKinds } from "../../src/workspace/checks.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import { csv, deal, firstDrop, small, withDeals, won } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";

/** What only several drops or sources, or a plan that was edited, can show. */
const elsewhere = [
  "ambiguous_match",
  "backward_drop",
  "changed_plan_row",
  "contradiction",
  "empty_team",
  "manager_cycle",
  "renamed_column",
  "repeated_drop",
  "shared_email",
  "unmatched",
];

/** For each finding the rows that have it. */
async function findings({ all }: Loaded): Promise<Record<string, string[]>> {
  const rows = await all<{ finding: string; entities: string[] }>(
    "select finding, list(entity_id order by entity_id) as entities from finding group by finding",
  );
  return Object.fromEntries(rows.map(({ finding, entities }) => [finding, entities]));
}

const euros = { CurrencyIsoCode: "EUR", CreatedDate: "2025-12-01" };
const recorded = { recorded_on: "2026-01-01" };
const later = { recorded_on: "2026-02-01" };
const unknownYet = { recorded_on: "2026-07-01" };

const share = { SplitPercentage: "50", SplitTypeId: "Revenue", IsDeleted: "false" };
const crmQuota = { StartDate: "2026-04-01", ForecastingTypeId: "Revenue", IsAmount: "true" };

const call = { category: "commit", amount: 5, ...recorded };
const crmForecast = { ForecastingItemCategory: "CommitForecast", ForecastAmount: "5" };

const seller = {
  person_id: "",
  name: "",
  crm_user_id: "",
  role: "account_executive",
  team: "North",
  region: "East",
  hired_on: "2024-02-01",
  left_on: "",
};

const goal = (id: string, metric: string, due: string, parent?: string) =>
  `- { id: ${id}, metric: ${metric}, entity: North, baseline: 1, target: 2, owner: ann,
    start: 2026-01-01, due: ${due}${parent === undefined ? "" : `, parent: ${parent}`} }`;

const payPlan = (name: string, covers: string, from: string) =>
  `plan: ${name}\neffective_from: ${from}\ncovers: { ${covers} }\ncomponents:\n  - { name: All, rate: 0.1 }\n`;

/** A row for each check; ids name the fault that is planted in it. */
const faults: Files = {
  ...withDeals(
    deal("clean"),
    won("clean win"),
    deal("twice"),
    deal("twice"),
    deal("stranger", { OwnerId: "U404" }),
    deal("ownerless", { OwnerId: "" }),
    deal("leaver's", { OwnerId: "U3" }),
    won("backwards", { CreatedDate: "2026-03-21", CloseDate: "2026-03-20" }),
    deal("below zero", { Amount: "-0.01" }),
    won("won for nothing", { Amount: "" }),
    won("won never", { CloseDate: "" }),
    deal("of another age", { CreatedDate: "1926-01-05" }),
    won("won tomorrow", { CloseDate: "2026-07-01" }),
    deal("wrong sum"),
    deal("right sum"),
    deal("late", { CloseDate: "2026-06-29" }),
    deal("blanks", { StageName: "Proposal " }),
    deal("closed in words", { ForecastCategoryName: "Closed" }),
    deal("accountless", { AccountId: "A404" }),
    deal("chatty", { Favourite_Colour__c: "red" }),
    deal("barter", { Type: "Barter" }),
    won("before rates", { ...euros, CloseDate: "2025-12-31" }),
    won("after rates", { ...euros, CloseDate: "2026-01-01" }),
    deal("stale"),
    deal("stale", { Amount: "n/a" }),
    deal("mended", { Amount: "n/a" }),
    deal("mended"),
  ),
  [`${firstDrop}/Account.csv`]: csv(
    { Id: "A1", Name: "Globex", NumberOfEmployees: "many" },
    { Id: "A2", Name: "Initech" },
    { Id: "A2", Name: "Initech Ltd" },
  ),
  [`${firstDrop}/Contact.csv`]: csv({ Id: "C1", Name: "Cora" }, { Id: "C1", Name: "Cora Li" }),
  [`${firstDrop}/Task.csv`]: csv(
    { Id: "T1", OwnerId: "U1", ActivityDate: "2026-05-01" },
    { Id: "T1", OwnerId: "U1", ActivityDate: "2026-05-02" },
  ),
  [`${firstDrop}/Sheet1.csv`]: "a,b\n1,2\n",
  [`${firstDrop}/User.csv`]: csv({ Id: "U1", Name: "Ann" }, { Id: "U3", Name: "Cyd" }),
  [`${firstDrop}/OpportunityLineItem.csv`]: csv(
    { Id: "L1", OpportunityId: "wrong sum", Product2Id: "P1", TotalPrice: "999.97" },
    { Id: "L2", OpportunityId: "right sum", Product2Id: "P1", TotalPrice: "1.00" },
    { Id: "L2", OpportunityId: "right sum", Product2Id: "P1", TotalPrice: "400.00" },
    { Id: "L3", OpportunityId: "right sum", Product2Id: "P2", TotalPrice: "600.00" },
    { Id: "L4", OpportunityId: "", Product2Id: "P2", TotalPrice: "600.00" },
  ),
  [`${firstDrop}/OpportunitySplit.csv`]: csv(
    { ...share, Id: "S1", OpportunityId: "clean win", SplitOwnerId: "U1" },
    { ...share, Id: "S2", OpportunityId: "clean win", SplitOwnerId: "U2" },
    { ...share, Id: "S3", OpportunityId: "clean", SplitOwnerId: "U1" },
    { ...share, Id: "S4", OpportunityId: "right sum", SplitOwnerId: "U1" },
    { ...share, Id: "S5", OpportunityId: "right sum", SplitOwnerId: "U404" },
  ),
  [`${firstDrop}/ForecastingQuota.csv`]: csv(
    { ...crmQuota, Id: "Q1", QuotaOwnerId: "U1", QuotaAmount: "3" },
    { ...crmQuota, Id: "Q2", QuotaOwnerId: "U2", QuotaAmount: "5" },
    { ...crmQuota, Id: "Q3", QuotaOwnerId: "U404", QuotaAmount: "5" },
  ),
  "people/roster.csv": csv(
    { ...seller, person_id: "ann", name: "Ann", crm_user_id: "U1" },
    { ...seller, person_id: "bob", name: "Bob", crm_user_id: "U2", team: "South" },
    { ...seller, person_id: "dan", name: "Dan", team: "South" },
    { ...seller, person_id: "eve", name: "Eve", crm_user_id: "", left_on: "2026-03-31" },
  ),
  "plans/quotas.csv": csv(
    { entity_type: "rep", entity_id: "ann", period: "FY26-Q2", amount: 4, ...recorded },
    { entity_type: "rep", entity_id: "bob", period: "FY26-Q2", amount: 5, ...recorded },
    { entity_type: "rep", entity_id: "ann", period: "FY26", amount: 0 },
    { entity_type: "rep", entity_id: "bob", period: "FY26", amount: -5 },
    { entity_type: "team", entity_id: "North", period: "FY26", amount: 5, ...recorded },
    { entity_type: "team", entity_id: "North", period: "FY26", amount: 6, ...later },
    { entity_type: "team", entity_id: "South", period: "FY26", amount: 7, ...recorded },
    { entity_type: "team", entity_id: "South", period: "FY26", amount: 8, ...recorded },
    { entity_type: "team", entity_id: "South", period: "FY26", amount: 9, ...unknownYet },
    { entity_type: "team", entity_id: "South", period: "FY26", amount: 9, ...unknownYet },
  ),
  "plans/splits.csv": csv(
    { opportunity_id: "clean win", person_id: "ann", credit_share: 0.5 },
    { opportunity_id: "clean win", person_id: "bob", credit_share: 0.5 },
    { opportunity_id: "claen win", person_id: "ann", credit_share: 1 },
    { opportunity_id: "0061x00000AbCdE", person_id: "ann", credit_share: 1 },
  ),
  "plans/calls.csv": csv(
    { ...call, entity_type: "team", entity_id: "North", period: "FY26-Q2" },
    { ...call, entity_type: "rep", entity_id: "U1", period: "FY26-Q2" },
    { ...call, entity_type: "team", entity_id: "East", period: "FY26-Q2" },
    { ...call, entity_type: "team", entity_id: "North", period: "FY49-Q1" },
  ),
  [`${firstDrop}/ForecastingItem.csv`]: csv(
    { ...crmForecast, Id: "F1", OwnerId: "U1" },
    { ...crmForecast, Id: "F2", OwnerId: "U404" },
  ),
  "plans/rates.csv": csv({ date: "2026-01-01", currency: "EUR", per_company_currency: 0.8 }),
  "finance/invoices.csv": csv(
    { invoice_id: "I1", issued_on: "2026-04-01", amount: 1 },
    { invoice_id: "I2", issued_on: "2026-04-01", amount: 2 },
    { invoice_id: "I2", issued_on: "2026-04-01", amount: 3 },
  ),
  "finance/payments.csv": csv(
    { payment_id: "P1", invoice_id: "I1", paid_on: "2026-05-01", amount: 1 },
    { payment_id: "P1", invoice_id: "I1", paid_on: "2026-05-01", amount: 4 },
  ),
  "finance/subscriptions.csv": csv(
    { subscription_id: "B1", start: "2026-04-01", monthly_amount: 1 },
    { subscription_id: "B1", start: "2026-05-01", monthly_amount: 1 },
  ),
  "plans/compensation/sellers.yaml": payPlan("Sellers", "teams: [North]", "2026-01-01"),
  "plans/compensation/nobody.yaml": payPlan(
    "Nobody",
    "people: [ann], teams: [South]",
    "2026-01-01",
  ),
  "plans/compensation/to_come.yaml": payPlan("To come", "roles: [astronaut]", "2026-07-01"),
  "plans/goals.yaml": [
    goal("whole", "bookings", "2026-12-31"),
    goal("in time", "bookings", "2026-12-31", "whole"),
    goal("too late", "bookings", "2027-01-31", "whole"),
    goal("of its own", "won_count", "2026-12-31", "whole"),
  ].join("\n"),
  "plans/compensation/copy.yaml.txt": "plan: Copy",
  "plans/compensation/later.yml":
    "plan: Later\nrecorded_on: 2026-07-01\neffective_from: 2026-01-01\ncomponents:\n  - { name: All, rate: 0.1 }\n",
  "plans/territories.yaml": `- effective_from: 2026-01-01
  territories:
    - { name: First, owner: ann, rules: [{ accounts: A1 }] }
    - { name: Second, owner: bob, rules: [{ accounts: [A1, A404] }, { segment: Giants }] }
    - { name: Nobody's, owner: vacant }
    - { name: Stranger's, owner: zoe }
    - { name: Leaver's, owner: eve }
  exceptions:
    - { account: A1, territory: First, until: 2026-03-31 }
  holdouts:
    - { account: A1, until: 2026-06-29 }
`,
};

test("a clean workspace fires no check", async () => {
  const { checks, column } = await load(small);
  expect(checks.map(({ status }) => status)).toEqual(checks.map(() => "pass"));
  expect(await column("select finding from finding")).toEqual([]);
});

test("every check fires on the fault planted for it, and on nothing else", async () => {
  const loaded = await load(faults);
  const found = await findings(loaded);
  expect(found).toEqual({
    duplicate_id: ["A2", "B1", "C1", "I2", "L2", "P1", "T1", "twice"],
    duplicate_quota: ["team South"],
    older_state_kept: ["stale"],
    unknown_owner: ["ownerless", "stranger"],
    off_roster_owner: ["U3"],
    unparsable_value: ["employees"],
    reversed_dates: ["backwards"],
    negative_amount: ["below zero", "rep bob"],
    won_without_amount: ["won for nothing"],
    missing_close_date: ["won never"],
    implausible_date: ["of another age"],
    closed_in_future: ["won tomorrow"],
    lines_differ: ["wrong sum"],
    unlinked_line: ["L4"],
    split_sum: ["clean"],
    unknown_split_deal: ["0061x00000AbCdE", "claen win"],
    unknown_split_person: ["right sum"],
    quota_differs: ["rep ann"],
    unplaced_quota: ["Q3"],
    unplaced_call: ["FY49-Q1", "U404", "team East"],
    rate_before_first: ["before rates"],
    zero_target: ["rep ann"],
    empty_plan: ["Nobody"],
    past_close_date: ["late"],
    goal_after_parent: ["too late"],
    goal_other_metric: ["of its own"],
    expired_holdout: ["A1"],
    vacant_territory: ["Nobody's"],
    rep_without_territory: ["dan"],
    unknown_territory_person: ["Stranger's"],
    left_territory_person: ["Leaver's"],
    unknown_territory_account: ["A404"],
    idle_territory_exception: ["A1"],
    unmet_territory_condition: ["Second"],
    territory_conflict: ["A1"],
    territory_orphan: ["A2"],
    stage_blanks: ["Proposal"],
    category_contradicts: ["closed in words"],
    unknown_account: ["accountless"],
    unknown_deal_type: ["Barter"],
    unused_plan: ["plans/compensation/copy.yaml.txt", "plans/compensation/later.yml"],
    unused_file: [`${firstDrop}/Sheet1.csv`],
    unused_columns: ["Opportunity"],
  });
  const kinds = checkKinds.map(({ finding }) => finding).filter((one) => !elsewhere.includes(one));
  expect(Object.keys(found).toSorted()).toEqual(kinds.toSorted());
  const fired = loaded.checks.filter(({ status }) => status === "warn" || status === "note");
  expect(fired.filter(({ status, severity }) => status !== severity)).toEqual([]);
  expect(fired.map(({ check_name }) => check_name).toSorted()).toEqual(kinds.toSorted());
  // the two rows that can't be read are too many of these few
  const refused = loaded.checks.filter(({ status }) => status === "refuse");
  expect(refused.map(({ check_name }) => check_name)).toEqual(["rejected_amount", "rejected_rows"]);
});

test("a value that can't be read is found wherever it counts as none", async () => {
  const change = { OpportunityId: "D1", Field: "Amount", CreatedDate: "2026-05-01T10:00:00Z" };
  const { column } = await load({
    ...withDeals(deal("D1", { SystemModstamp: "soon" })),
    [`${firstDrop}/OpportunityFieldHistory.csv`]: csv(
      { ...change, Id: "H1", OldValue: "1", NewValue: "two" },
      { ...change, Id: "H2", OldValue: "1", NewValue: "" },
    ),
    "people/roster.csv": csv({
      person_id: "ann",
      name: "Ann",
      crm_user_id: "U1",
      variable_share: "half",
    }),
    "people/training.csv": csv({ person_id: "ann", program: "P", score: "ten" }),
    "people/surveys.csv": csv(
      { survey: "S", person_id: "ann", question: "Q", score: "ten" },
      { survey: "S", person_id: "bob", question: "Q", score: "" },
    ),
  });
  const found = `select object || ': ' || detail from finding
    where finding = 'unparsable_value' order by object`;
  const none = (what: string) => `1 rows have a value that is no ${what}; counted as none`;
  expect(await column(found)).toEqual([
    `opportunity: ${none("date")}`,
    `opportunity_field_history: ${none("number or date, as its field demands")}`,
    `roster: ${none("number")}`,
    `survey: ${none("number")}`,
    `training: ${none("number")}`,
  ]);
});

test("shares of one kind that don't add up are found beside another kind that does", async () => {
  const { all } = await load({
    ...withDeals(won("D1")),
    [`${firstDrop}/OpportunitySplit.csv`]: csv(
      { ...share, Id: "S1", OpportunityId: "D1", SplitOwnerId: "U1" },
      { Id: "S2", OpportunityId: "D1", SplitOwnerId: "U2", SplitPercentage: "100" },
    ),
  });
  expect(await all("select entity_id, detail from finding where finding = 'split_sum'")).toEqual([
    { entity_id: "D1", detail: "shares of Revenue add up to 0.5000" },
  ]);
});

test("a share of a deal that is in no export names the one that may be meant", async () => {
  const { all } = await load(faults);
  const found = `select line, detail from finding
    where finding = 'unknown_split_deal' order by line`;
  expect(await all(found)).toEqual([
    { line: 4, detail: 'no export has the deal; did you mean "clean win"?' },
    { line: 5, detail: "no export has the deal" },
  ]);
});

test("a file among the compensation plans that none is read from says why", async () => {
  const { column } = await load(faults);
  const found = "select detail from finding where finding = 'unused_plan' order by entity_id";
  expect(await column(found)).toEqual([
    "is no plan: its name ends in neither .yaml nor .yml",
    'plan "Later" pays nobody yet: it is recorded on 2026-07-01',
  ]);
});

test("a finding names the file and line of its row, where it is about one", async () => {
  const { all } = await load(faults);
  const found = await all<{ finding: string; path: string; line: number | null }>(
    "select finding, path, line from finding left join source_file using (file_id)",
  );
  const lineless = [
    "off_roster_owner",
    "rep_without_territory",
    "stage_blanks",
    "unused_file",
    "unused_plan",
  ];
  for (const { finding, path, line } of found) {
    if (lineless.includes(finding)) continue;
    if (finding === "territory_conflict" || finding === "territory_orphan") continue; // of accounts
    if (/^goal_|territory|holdout|empty_plan/.test(finding)) {
      expect(line, finding).toBeGreaterThan(0); // of a plan in YAML, which is no export
      continue;
    }
    expect(path, finding).toMatch(/^(exports|finance|plans)\//);
    expect(line, finding).toBeGreaterThan(0);
  }
  expect(found).toContainEqual({
    finding: "reversed_dates",
    path: `${firstDrop}/Opportunity.csv`,
    line: 9, // the eighth deal, after the headings
  });
});

test("of what stands twice in a file the last row counts", async () => {
  const { column } = await load(faults);
  expect(await column("select amount_cents from invoice order by invoice_id")).toEqual([100, 300]);
  expect(await column("select amount_cents from payment")).toEqual([400]);
  expect(await column("select name from account where account_id = 'A2'")).toEqual(["Initech Ltd"]);
  const quotas = "select quota_cents from quota where entity_type = 'team' order by entity_id";
  expect(await column(quotas)).toEqual([600, 800]);
});

test("every check is declared once and either has a statement or is noted where it is seen", () => {
  const kinds = checkKinds.map(({ finding }) => finding);
  expect(new Set(kinds).size).toBe(kinds.length);
  const second = ["empty_territory_team", "negative_quota", "unparsable_duration"]; // of a finding that another one makes too
  const noted = ["empty_plan", "renamed_column", "unused_columns", "unused_file", "unused_plan"];
  const ofEachObject = ["duplicate_id"];
  const stated = [
    ...checkFiles.filter((file) => !second.includes(file)),
    ...ofEachObject,
    ...noted,
  ];
  expect(stated.toSorted()).toEqual(kinds.toSorted());
});
