import { describe, expect, it } from "vitest";
import { groupBy, latest, simulateFiles } from "./company.ts";

const options = { reps: 20, accounts: 240, years: 2, seed: 5 };
const files = simulateFiles({ ...options, layout: "both" });
const whole = simulateFiles(options);
const accounts = latest(files.object("Account"));
const companies = latest(files.object("company"), "id");
const matches = files.rows("truth/account_matches.csv");
const opportunities = latest(files.object("Opportunity"));
const deals = latest(files.object("deal"), "deal_id");

describe("a company with an acquired region", () => {
  it("has every deal once, in one CRM or the other", () => {
    const ids = files
      .rows("truth/opportunities.csv")
      .map(({ opportunity_id = "" }) => opportunity_id);
    expect(ids).toHaveLength(latest(whole.object("Opportunity")).size);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => opportunities.has(id) === deals.has(id))).toEqual([]);
    expect(deals.size).toBeGreaterThan(50);
    expect(opportunities.size).toBeGreaterThan(deals.size);
  });

  it("holds every account, some twice, as the truth tells", () => {
    expect(accounts.size + companies.size - matches.length).toBe(options.accounts);
    for (const { salesforce_id = "", hubspot_id = "" } of matches) {
      expect(accounts.has(salesforce_id) && companies.has(hubspot_id)).toBe(true);
    }
  });

  it("lets a domain tell, or a name, or nothing", () => {
    const kinds = groupBy(matches, "match");
    expect([...kinds.keys()].sort()).toEqual(["domain", "name", "none"]);
    for (const { salesforce_id = "", hubspot_id = "", match } of matches) {
      const account = accounts.get(salesforce_id);
      const company = companies.get(hubspot_id);
      const domain = account?.Website?.replace("https://www.", "");
      expect(company?.property_domain).toBe(match === "domain" ? domain : "");
      if (match !== "domain")
        expect(company?.property_name === account?.Name).toBe(match === "name");
    }
    const domains = [...accounts.values()].map(({ Website }) => Website);
    expect(new Set(domains).size).toBe(domains.length);
  });

  it("sells to accounts of both CRMs in both", () => {
    const shared = new Set(matches.map(({ salesforce_id }) => salesforce_id));
    const crossed = [...opportunities.values()].filter(({ AccountId }) => shared.has(AccountId));
    expect(crossed.length).toBeGreaterThan(0);
    expect(new Set(crossed.map(({ Type }) => Type))).toEqual(
      new Set(["Existing Business - Expansion"]),
    );
  });

  it("gives the region's people a user in both, one line of the roster each", () => {
    const owners = latest(files.object("owner"), "owner_id");
    const users = latest(files.object("User"));
    const people = latest(files.rows("people/roster.csv"), "person_id");
    for (const { crm_user_id = "", region } of people.values()) {
      const [user = "", owner] = crm_user_id.split(";");
      expect(users.has(user)).toBe(true);
      expect(owner !== undefined && owners.has(owner)).toBe(region === "EMEA");
    }
    expect(owners.size).toBeGreaterThan(5);
  });

  it("bills the accounts and deals that its CRMs hold", () => {
    for (const { account_id = "", opportunity_id = "" } of files.rows("finance/invoices.csv")) {
      expect(
        opportunities.has(opportunity_id) ? accounts.has(account_id) : deals.has(opportunity_id),
      ).toBe(true);
      if (deals.has(opportunity_id)) expect(companies.has(account_id)).toBe(true);
    }
  });

  it("names parents that the same CRM holds", () => {
    const parents = [...accounts.values()].flatMap(({ ParentId = "" }) => ParentId || []);
    expect(parents.length).toBeGreaterThan(0);
    expect(parents.filter((id) => !accounts.has(id))).toEqual([]);
    const theirs = [...companies.values()].flatMap(
      (row) => row.property_hs_parent_company_id || [],
    );
    expect(theirs.filter((id) => !companies.has(id))).toEqual([]);
  });

  it("needs a second region", () => {
    expect(() => simulateFiles({ layout: "both", reps: 12 })).toThrow(
      "too few teams for an acquired region: 2",
    );
  });
});
