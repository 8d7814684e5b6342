import { describe, expect, test } from "vitest";
import { deals } from "../../pipelines/deals.ts";
import { hygiene } from "../../pipelines/hygiene.ts";
import { metrics } from "../../pipelines/metrics.ts";
import { readReport } from "../../pipelines/publish/reading.ts";
import { load } from "../workspaces/build.ts";
import { csv, deal, type Fields, won } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";

/** Two Salesforce orgs, the second that of a company bought, with what tells their records apart. */
const twoSources = (matching: string, first: Files, second: Files): Files => ({
  "company.yaml": `name: Acme
currency: USD
sources:
  home: { kind: salesforce, drops: delta }
  bought: { kind: salesforce, drops: delta }
stages:
  - { stage: Proposal, status: open, probability: 0.5 }
  - { stage: Closed Won, status: won }
${matching}`,
  ...inDrop("home", first),
  ...inDrop("bought", second),
});

const inDrop = (source: string, files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`exports/${source}/2026-06-30/${name}.csv`, text]),
  );

const account = (Id: string, Name: string, Website = "", more: Fields = {}): Fields => ({
  Id,
  Name,
  Website,
  OwnerId: "U1",
  ...more,
});

const byBoth = "matching: { account: [domain, name], rep: [email, name] }\n";
const matches = `select account_id, matched_id, matched_by from account_match
  where source = 'bought' order by account_id`;

describe("accounts of two sources", () => {
  const first = {
    Opportunity: csv(won("D1", { AccountId: "A1" })),
    Account: csv(
      account("A1", "Globex", "https://www.Globex.com/about", { Industry: "Energy" }),
      account("A2", "Initech"),
      account("A3", "Twin", "twin.com"),
      account("A4", "Twin East", "www.twin.com"),
      account("X", "Hooli"),
    ),
  };
  const second = {
    Opportunity: csv(won("E1", { AccountId: "B1" }), won("E2", { AccountId: "X" })),
    Account: csv(
      account("B1", "Globex Group", "globex.com", { Industry: "Mining", BillingCountry: "DE" }),
      account("B2", " initech ", "initech.de"),
      account("B3", "Twins", "TWIN.com"),
      account("X", "Umbrella"),
    ),
  };

  test("are one by domain, however it is written, or by name; what two share tells neither", async () => {
    const { all, column } = await load(twoSources(byBoth, first, second));
    expect(await all(matches)).toEqual([
      { account_id: "B1", matched_id: "A1", matched_by: "domain" },
      { account_id: "B2", matched_id: "A2", matched_by: "name" },
      { account_id: "B3", matched_id: "B3", matched_by: null },
      // the first source has another account of that id
      { account_id: "X", matched_id: "bought:X", matched_by: null },
    ]);
    const ambiguous = "select entity_id from finding where finding = 'ambiguous_match'";
    expect(await column(ambiguous)).toEqual(["B3"]);
    const unmatched = `select entity_id, name, keys_tried from unmatched
      where object = 'account' order by entity_id`;
    expect(await all(unmatched)).toEqual([
      { entity_id: "B3", name: "Twins", keys_tried: "domain, name" },
      { entity_id: "X", name: "Umbrella", keys_tried: "domain, name" },
    ]);
  });

  test("have the first one's columns, gaps filled from the other, and the deals of both", async () => {
    const { all } = await load(twoSources(byBoth, first, second));
    const whole = `select name, industry, country, source_count from account where account_id = 'A1'`;
    expect(await all(whole)).toEqual([
      { name: "Globex", industry: "Energy", country: "DE", source_count: 2 },
    ]);
    const deals = "select opportunity_id, account_id, industry from opportunity order by 1";
    expect(await all(deals)).toEqual([
      { opportunity_id: "D1", account_id: "A1", industry: "Energy" },
      { opportunity_id: "E1", account_id: "A1", industry: "Energy" },
      { opportunity_id: "E2", account_id: "bought:X", industry: null },
    ]);
    const owned = "select source from account_assignment where account_id = 'A1'";
    expect(await all(owned)).toEqual([{ source: "home" }]);
  });

  test("have the owner of the first one that tells any", async () => {
    const home = { ...first, Account: csv(account("A1", "Globex", "globex.com", { OwnerId: "" })) };
    const { all } = await load(twoSources(byBoth, home, second));
    const owned = "select source from account_assignment where account_id = 'A1'";
    expect(await all(owned)).toEqual([{ source: "bought" }]);
  });

  test("are named beside the open deals of the second source", async () => {
    const open = { ...second, Opportunity: csv(deal("E3", { AccountId: "B1" })) };
    const { run } = await load(twoSources(byBoth, first, open));
    await metrics(run);
    await hygiene(run);
    await deals(run);
    expect(await readReport(run.warehouse, "open_deal")).toMatchObject([
      { opportunity_id: "E3", account: "Globex" },
    ]);
  });

  test("stay apart where nothing is declared, and nobody is listed", async () => {
    const { all, column } = await load(twoSources("", first, second));
    expect(await column(`${matches.replace("account_id, matched_id, ", "")}`)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(await all("from unmatched where object = 'account'")).toEqual([]);
  });

  test("of which two could be the same by different keys: the first key wins", async () => {
    const rivals = {
      ...second,
      Account: csv(account("B8", "Globex"), account("B9", "Something", "globex.com")),
    };
    const { all } = await load(twoSources(byBoth, first, rivals));
    expect(await all(matches)).toEqual([
      { account_id: "B8", matched_id: "B8", matched_by: null },
      { account_id: "B9", matched_id: "A1", matched_by: "domain" },
    ]);
  });
});

test("two accounts of a source stay two though a source between has the name of the one and is the other", async () => {
  const accounts = {
    home: csv(account("A", "Acme", "acme.com")),
    bought: csv(account("B", "Acme Corp", "acme.com")),
    last: csv(account("C1", "Acme"), account("C2", "Acme Corp")),
  };
  const sources = Object.entries(accounts).map(([source, Account]) => {
    const own = deal(`D of ${source}`, { AccountId: "C2" });
    return inDrop(source, { Opportunity: csv(own), Account });
  });
  const files = Object.assign(twoSources(byBoth, {}, {}), ...sources);
  const company = files["company.yaml"].replace(
    "stages:",
    "  last: { kind: salesforce, drops: delta }\nstages:",
  );
  const { all } = await load({ ...files, "company.yaml": company });
  expect(await all("select account_id, matched_id from account_match order by 1")).toEqual([
    { account_id: "A", matched_id: "A" },
    { account_id: "B", matched_id: "A" },
    { account_id: "C1", matched_id: "A" },
    { account_id: "C2", matched_id: "C2" },
  ]);
  const whole = "select account_id, name, source_count from account order by 1";
  expect(await all(whole)).toEqual([
    { account_id: "A", name: "Acme", source_count: 3 },
    { account_id: "C2", name: "Acme Corp", source_count: 1 },
  ]);
});

const roster = {
  "people/roster.csv": csv(
    { person_id: "ann", name: "Ann Lee", email: "Ann@acme.com", crm_user_id: "U1", team: "North" },
    { person_id: "bob", name: "Bob Ray", email: "bob@acme.com", crm_user_id: "", team: "North" },
    { person_id: "cy", name: "Sam Fox", email: "", crm_user_id: "", team: "North" },
    { person_id: "di", name: "Sam Fox", email: "", crm_user_id: "", team: "North" },
  ),
};
const user = (Id: string, Name: string, Email = ""): Fields => ({ Id, Name, Email });
const aliases = "select alias, rep_id from rep_alias order by alias";

describe("people of two sources", () => {
  const first = {
    Opportunity: csv(won("D1", { OwnerId: "U1" })),
    User: csv(user("U1", "Ann Lee", "ann@acme.com")),
  };
  const second = {
    Opportunity: csv(
      won("E1", { OwnerId: "V1" }),
      deal("E2", { OwnerId: "V2" }),
      deal("E3", { OwnerId: "V3" }),
      deal("E4", { OwnerId: "bob ray " }),
    ),
    User: csv(
      user("V1", "A. Lee", "ANN@acme.com "),
      user("V2", "BOB RAY", "b@bought.com"),
      user("V3", "Sam Fox", "sam@bought.com"),
    ),
  };

  test("are the roster's by email, then name; a name of two people is nobody's, and is listed", async () => {
    const { all, column } = await load({ ...twoSources(byBoth, first, second), ...roster });
    expect(await all(aliases)).toEqual([
      { alias: "U1", rep_id: "ann" },
      { alias: "V1", rep_id: "ann" },
      { alias: "V2", rep_id: "bob" },
      { alias: "V3", rep_id: "V3" },
      { alias: "bob ray", rep_id: "bob" },
    ]);
    expect(await column("select rep_id from opportunity order by opportunity_id")).toEqual([
      "ann",
      "ann",
      "bob",
      "V3",
      "bob",
    ]);
    expect(await all("select entity_id, keys_tried from unmatched where object = 'rep'")).toEqual([
      { entity_id: "V3", keys_tried: "crm_user_id, email, name" },
    ]);
    const found = "select entity_id from finding where finding = 'ambiguous_match'";
    expect(await column(found)).toEqual(["V3"]);
  });

  test("are one with one email where there is no roster, with one row of reps", async () => {
    const { all, column } = await load(twoSources(byBoth, first, second));
    expect(await column("select rep_id from opportunity order by opportunity_id")).toEqual([
      "U1",
      "U1",
      "V2",
      "V3",
      "V2", // by name in its own source
    ]);
    expect(await all("select rep_id from rep where rep_id = 'U1'")).toHaveLength(1);
    const spans = "select count(*) from rep_assignment group by rep_id having count(*) > 1";
    expect(await column(spans)).toEqual([]);
  });

  test("are only whom the roster names by id where nothing is declared", async () => {
    const { all } = await load({ ...twoSources("", first, second), ...roster });
    expect(await all(aliases)).toEqual([
      { alias: "U1", rep_id: "ann" },
      { alias: "V1", rep_id: "V1" },
      { alias: "V2", rep_id: "V2" },
      { alias: "V3", rep_id: "V3" },
    ]);
  });
});
