import { describe, expect, it } from "vitest";
import { groupBy, latest, type Row, simulateFiles } from "./company.ts";

const salesforce = simulateFiles();
const hubspot = simulateFiles({ layout: "hubspot" });

const newYork = new Intl.DateTimeFormat("sv-SE", { timeZone: "America/New_York" });
/** The company's day of a moment in UTC. */
const dayOf = (moment = "") =>
  newYork.format(new Date(moment.replace(" ", "T").replace(/Z?$/, "Z")));
const cents = (text = "") => BigInt(Math.round(Number(text) * 100));

/** A deal in words of no CRM. */
interface Told {
  readonly status: string;
  readonly amount: string;
  readonly currency: string;
  readonly created: string;
  readonly closed: string;
}

const fromSalesforce = new Map(
  [...latest(salesforce.object("Opportunity"))].map(([id, row]): [string, Told] => [
    id,
    {
      status: status(row.IsClosed, row.IsWon, row.IsDeleted),
      amount: row.Amount ?? "",
      currency: row.CurrencyIsoCode ?? "",
      created: dayOf(row.CreatedDate),
      closed: row.CloseDate ?? "",
    },
  ]),
);
const fromHubspot = new Map(
  [...latest(hubspot.object("deal"), "deal_id")].map(([id, row]): [string, Told] => [
    id,
    {
      status: status(row.property_hs_is_closed, row.property_hs_is_closed_won, row.is_deleted),
      amount: row.property_amount ?? "",
      currency: row.property_deal_currency_code ?? "",
      created: dayOf(row.property_createdate),
      closed: dayOf(row.property_closedate),
    },
  ]),
);

function status(isClosed = "", isWon = "", isDeleted = ""): string {
  if (isDeleted === "true") return "deleted";
  if (isWon === "true") return "won";
  return isClosed === "true" ? "lost" : "open";
}

/** The amount won in each quarter of each currency, in cents. */
function wonByQuarter(deals: Iterable<Told>): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { status: state, amount, currency, closed } of deals) {
    if (state !== "won") continue;
    const [year, month] = closed.split("-").map(Number);
    const key = `${year}-Q${Math.ceil((month ?? 0) / 3)} ${currency}`;
    sums.set(key, (sums.get(key) ?? 0n) + cents(amount));
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const truths = (files: typeof salesforce) => files.rows("truth/opportunities.csv");
const withoutIds = (rows: readonly Row[], ...names: readonly string[]) =>
  rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name))),
  );

describe("the same company through two layouts", () => {
  it("wins the same amount in every quarter", () => {
    const won = wonByQuarter(fromSalesforce.values());
    expect(won.size).toBeGreaterThan(8);
    expect(wonByQuarter(fromHubspot.values())).toEqual(won);
  });

  it("has the same deals, each with its amount, its days and how it ended", () => {
    expect(fromHubspot.size).toBe(fromSalesforce.size);
    const ids = truths(salesforce).map((row, index): [string, string] => [
      row.opportunity_id ?? "",
      truths(hubspot)[index]?.opportunity_id ?? "",
    ]);
    expect(ids).toHaveLength(fromSalesforce.size);
    for (const [one, other] of ids) expect(fromHubspot.get(other)).toEqual(fromSalesforce.get(one));
  });

  it("has the same calls, emails and meetings by day", () => {
    const counted = (rows: readonly Row[]) =>
      new Map([...groupBy(rows, "key")].map(([key, group]) => [key, group.length]));
    const from = [...salesforce.object("Task"), ...salesforce.object("Event")].map((row) => ({
      key: `${row.Type?.toLowerCase()} ${row.ActivityDate}`,
    }));
    const kept = (table: string, kind: (row: Row) => string) =>
      hubspot
        .object(table)
        .map((row) => ({ key: `${kind(row)} ${dayOf(row.property_hs_timestamp)}` }));
    const to = [
      ...kept("engagement_call", () => "call"),
      ...kept("engagement_email", () => "email"),
      ...kept("engagement_meeting", ({ property_hs_activity_type = "" }) =>
        property_hs_activity_type.toLowerCase(),
      ),
    ];
    expect(from.length).toBeGreaterThan(500);
    expect(counted(to)).toEqual(counted(from));
  });

  it("has the same plans, invoices and truth, but for the ids", () => {
    for (const path of salesforce.paths.filter((name) => name.startsWith("plans/"))) {
      expect(hubspot.text(path)).toBe(salesforce.text(path));
    }
    for (const path of [
      "people/roster.csv",
      "finance/invoices.csv",
      "finance/payments.csv",
      "finance/subscriptions.csv",
      "truth/opportunities.csv",
      "truth/accounts.csv",
    ]) {
      const ids = ["crm_user_id", "account_id", "opportunity_id"];
      const rows = withoutIds(hubspot.rows(path), ...ids);
      expect(rows).toEqual(withoutIds(salesforce.rows(path), ...ids));
    }
  });

  it("names in its finance files what its own exports hold", () => {
    const companies = latest(hubspot.object("company"), "id");
    const invoices = hubspot.rows("finance/invoices.csv");
    expect(invoices.length).toBeGreaterThan(50);
    expect(invoices.filter(({ account_id = "" }) => !companies.has(account_id))).toEqual([]);
    expect(invoices.filter(({ opportunity_id = "" }) => !fromHubspot.has(opportunity_id))).toEqual(
      [],
    );
  });
});
