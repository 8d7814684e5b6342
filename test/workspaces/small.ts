import type { Files } from "./write.ts";

/** A record of a CSV file: heading → text. */
export type Fields = Readonly<Record<string, string | number>>;

const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Records as CSV; the headings are those of all records, in order of first use. */
export function csv(...records: readonly Fields[]): string {
  const headings = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const line = (fields: readonly unknown[]) => fields.map((f) => quote(String(f))).join(",");
  const rows = records.map((record) => line(headings.map((heading) => record[heading] ?? "")));
  return `${[line(headings), ...rows].join("\n")}\n`;
}

/** A record of a Salesforce opportunity export: open, clean, owned by Ann. */
export const deal = (id: string, changes: Fields = {}): Fields => ({
  Id: id,
  Name: `Deal ${id}`,
  AccountId: "A1",
  OwnerId: "U1",
  StageName: "Proposal",
  Amount: "1000.00",
  ForecastCategoryName: "Pipeline",
  CreatedDate: "2026-01-05",
  CloseDate: "2026-09-30",
  IsClosed: "false",
  IsWon: "false",
  IsDeleted: "false",
  ...changes,
});

const closed = { IsClosed: "true", ForecastCategoryName: "Closed" };
export const won = (id: string, changes: Fields = {}): Fields =>
  deal(id, {
    StageName: "Closed Won",
    IsWon: "true",
    CloseDate: "2026-03-20",
    ...closed,
    ...changes,
  });
export const lost = (id: string, changes: Fields = {}): Fields =>
  deal(id, {
    StageName: "Closed Lost",
    CloseDate: "2026-03-25",
    ...closed,
    ForecastCategoryName: "Omitted",
    ...changes,
  });

/** A company file; `source` adds to the one source, `more` to the file. */
export const companyFile = ({ source = "", more = "" } = {}): string => `name: Acme
currency: USD
sources:
  crm:
    kind: salesforce
    drops: delta
${source}stages:
  - { stage: Proposal, status: open, probability: 0.5 }
  - { stage: Closed Won, status: won }
  - { stage: Closed Lost, status: lost }
${more}`;

export const firstDrop = "exports/crm/2026-06-30";

/** A workspace of two reps in which no check finds anything, as of 2026-06-30. */
export const small: Files = {
  "company.yaml": companyFile(),
  "people/roster.csv": csv(
    {
      person_id: "ann",
      name: "Ann",
      crm_user_id: "U1",
      role: "account_executive",
      team: "North",
      region: "East",
      hired_on: "2024-02-01",
    },
    {
      person_id: "bob",
      name: "Bob",
      crm_user_id: "U2",
      role: "account_executive",
      team: "South",
      region: "East",
      hired_on: "2024-02-01",
    },
  ),
  [`${firstDrop}/Opportunity.csv`]: csv(
    deal("D1"),
    won("D2", { Amount: "2500.50" }),
    lost("D3", { OwnerId: "U2" }),
    won("D4", { OwnerId: "U2", CloseDate: "2026-05-02", Amount: "700" }),
  ),
  [`${firstDrop}/Account.csv`]: csv({
    Id: "A1",
    Name: "Globex",
    Industry: "Energy",
    OwnerId: "U1",
  }),
};

/** The small workspace with another opportunity export. */
export const withDeals = (...deals: readonly Fields[]): Files => ({
  ...small,
  [`${firstDrop}/Opportunity.csv`]: csv(...deals),
});
