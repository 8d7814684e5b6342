import { expect, test } from "vitest";
import { load } from "../workspaces/build.ts";
import { companyFile, deal, withDeals, won } from "../workspaces/small.ts";

test("a report export is read by its labels as a data export by its API names", async () => {
  // labels: Object Reference for Salesforce, field labels of Opportunity
  const labels: Record<string, string> = {
    Id: "Opportunity ID",
    Name: "Opportunity Name",
    AccountId: "Account ID",
    OwnerId: "Owner ID",
    StageName: "Stage",
    ForecastCategoryName: "Forecast Category",
    Probability: "Probability (%)",
    Type: "Opportunity Type",
    LeadSource: "Lead Source",
    CreatedDate: "Created Date",
    CloseDate: "Close Date",
    IsClosed: "Closed",
    IsWon: "Won",
    IsDeleted: "Deleted",
    CurrencyIsoCode: "Opportunity Currency",
    LastActivityDate: "Last Activity",
    NextStep: "Next Step",
  };
  const more = {
    Probability: "65",
    Type: "New Business",
    LeadSource: "Web",
    LastActivityDate: "2026-06-01",
    CurrencyIsoCode: "USD",
    NextStep: "Call",
  };
  const records = [deal("D1", more), won("D2", { ...more, Probability: 100 })];
  const labelled = records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [` ${labels[name] ?? name} `, value]),
    ),
  );
  const whole = "select * exclude (source_file_id) from opportunity order by opportunity_id";
  const byName = await load(withDeals(...records));
  const byLabel = await load(withDeals(...labelled));
  expect(await byLabel.all(whole)).toEqual(await byName.all(whole));
  expect(await byName.all("select finding from finding")).toEqual([]);
  const read = "select probability_rate, deal_type, lead_source, next_step from opportunity";
  expect(await byLabel.all(`${read} where opportunity_id = 'D1'`)).toEqual([
    { probability_rate: 0.65, deal_type: "new", lead_source: "Web", next_step: "Call" },
  ]);
});

test("the company's own columns and values come before the CRM's", async () => {
  const { all, column } = await load({
    ...withDeals(
      won("D1", { Booked__c: "900.00", Segment__c: "ENT", Term_Months__c: "12.0" }),
      won("D2", { Booked__c: "0", Segment__c: " SMB ", Term_Months__c: "" }),
    ),
    "company.yaml": companyFile({
      more: "bookings_measure: recurring\n",
      source: `    columns:
      opportunity:
        { recurring_amount: Booked__c, segment: Segment__c, term_months: Term_Months__c }
    values:
      opportunity:
        recurring_amount: { "0": "" }
        segment: { ENT: Enterprise }
`,
    }),
  });
  expect(
    await all(`select amount_cents, bookings_cents, segment, term_months
      from opportunity order by opportunity_id`),
  ).toEqual([
    { amount_cents: 100_000, bookings_cents: 90_000, segment: "Enterprise", term_months: 12 },
    { amount_cents: 100_000, bookings_cents: null, segment: "SMB", term_months: null },
  ]);
  expect(await column("select finding from finding order by 1")).toEqual(["won_without_amount"]);
});

test("won is what the CRM's won flag says, whatever category, stage or probability say", async () => {
  const { all } = await load(
    withDeals(
      won("D1", { ForecastCategoryName: "Omitted", Probability: 0 }),
      deal("D2", { ForecastCategoryName: "Closed", Probability: 95 }),
      deal("D3", { StageName: "Closed Won  " }), // not closed: the flag counts
      deal("D4", { IsWon: "", IsClosed: "", StageName: " Closed Won" }), // no flag: the stage counts
      won("D5", { IsWon: "TRUE", IsClosed: "1" }),
      deal("D6", { IsClosed: "true", CloseDate: "2026-03-01", ForecastCategoryName: "Omitted" }),
    ),
  );
  const read = "select opportunity_id, stage, status from opportunity order by opportunity_id";
  expect(await all(read)).toEqual([
    { opportunity_id: "D1", stage: "Closed Won", status: "won" },
    { opportunity_id: "D2", stage: "Proposal", status: "open" },
    { opportunity_id: "D3", stage: "Closed Won", status: "open" },
    { opportunity_id: "D4", stage: "Closed Won", status: "won" },
    { opportunity_id: "D5", stage: "Closed Won", status: "won" },
    { opportunity_id: "D6", stage: "Proposal", status: "lost" },
  ]);
});

test("amounts are read with thousands commas, a currency before or an exponent, and no other way", async () => {
  const { all, column } = await load(
    withDeals(
      ...["1,234.50", "$1,234.5", "USD 1,234", "-12", "12.345", "1e3", "1.234,50", "12,34"].map(
        (Amount, index) => deal(`D${index}`, { Amount }),
      ),
    ),
  );
  const read = "select amount_cents from opportunity order by opportunity_id";
  expect(await column(read)).toEqual([123_450, 123_450, 123_400, -1200, 1235, 100_000]);
  expect(await all("select line, value, reason from rejected_row order by line")).toEqual([
    { line: 8, value: "1.234,50", reason: "unparsable amount" },
    { line: 9, value: "12,34", reason: "unparsable amount" },
  ]);
});
