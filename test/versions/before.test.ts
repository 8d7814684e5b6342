import { describe, expect, test } from "vitest";
import { type Loaded, load, reload } from "../workspaces/build.ts";
import { companyFile, csv, deal, type Fields, small, won } from "../workspaces/small.ts";
import { type Files, writeFiles, writeWorkspace } from "../workspaces/write.ts";

const { "people/roster.csv": roster = "" } = small;
const drop = "exports/crm/2026-06-30";
const stages = companyFile().replace(
  "stages:",
  "stages:\n  - { stage: Prospecting, status: open }",
);

const company = (opportunity: Fields, history: Files): Files => ({
  "company.yaml": stages,
  "people/roster.csv": roster,
  [`${drop}/Opportunity.csv`]: csv(opportunity),
  ...history,
});
const change = (Field: string, OldValue: string, NewValue: string, on: string): Fields => ({
  Id: `${Field}${on}`,
  OpportunityId: "D1",
  Field,
  OldValue,
  NewValue,
  CreatedDate: `${on}T10:00:00Z`,
});
const changes = (...rows: readonly Fields[]): Files => ({
  [`${drop}/OpportunityFieldHistory.csv`]: csv(...rows),
});
const versions = ({ all }: Loaded) =>
  all(`select valid_from::date as valid_from, basis, stage, status, amount_cents, close_date
    from opportunity_version where opportunity_id = 'D1' order by version`);

/** Won on March 20th for 1,000; created on January 5th. */
const sold = won("D1", { SystemModstamp: "2026-03-20T10:00:00Z" });
const closes = { close_date: "2026-03-20" };

describe("what the first recorded change names as the value before it", () => {
  test("is the stage until then of a deal that was first told as closed", async () => {
    const stage = change("StageName", "Proposal", "Closed Won", "2026-03-20");
    expect(await versions(await load(company(sold, changes(stage))))).toEqual([
      {
        valid_from: "2026-01-05",
        basis: "inferred",
        stage: "Proposal",
        status: "open",
        amount_cents: null, // nobody told what it was worth before
        close_date: null,
      },
      {
        valid_from: "2026-03-20",
        basis: "history",
        stage: "Closed Won",
        status: "won",
        amount_cents: 100_000,
        ...closes,
      },
    ]);
  });

  test("is the stage, amount and close date until then of one that was open", async () => {
    const told = await versions(
      await load(
        company(
          sold,
          changes(
            change("StageName", "Prospecting", "Proposal", "2026-02-10"),
            change("Amount", "800", "1000", "2026-02-20"),
            change("CloseDate", "2026-04-30", "2026-03-20", "2026-02-20"),
            change("StageName", "Proposal", "Closed Won", "2026-03-20"),
          ),
        ),
      ),
    );
    const before = { amount_cents: 80_000, close_date: "2026-04-30", status: "open" };
    expect(told).toMatchObject([
      { valid_from: "2026-01-05", stage: "Prospecting", basis: "history", ...before },
      { valid_from: "2026-02-10", stage: "Proposal", basis: "history", ...before },
      { valid_from: "2026-02-20", stage: "Proposal", amount_cents: 100_000, ...closes },
      { valid_from: "2026-03-20", stage: "Closed Won", status: "won" },
    ]);
  });

  test("is the stage of changes of other fields before it", async () => {
    const told = await versions(
      await load(
        company(
          sold,
          changes(
            change("Amount", "800", "1000", "2026-02-01"),
            change("StageName", "Prospecting", "Closed Won", "2026-03-20"),
          ),
        ),
      ),
    );
    expect(told).toMatchObject([
      { valid_from: "2026-01-05", stage: "Prospecting", amount_cents: 80_000 },
      { valid_from: "2026-02-01", stage: "Prospecting", status: "open", amount_cents: 100_000 },
      { valid_from: "2026-03-20", stage: "Closed Won", status: "won" },
    ]);
  });

  test("is also told by PrevAmount and PrevCloseDate of a history", async () => {
    const history = {
      Id: "H1",
      OpportunityId: "D1",
      StageName: "Proposal",
      Amount: "1000",
      PrevAmount: "800",
      CloseDate: "2026-09-30",
      PrevCloseDate: "2026-07-31",
      CreatedDate: "2026-02-10T10:00:00Z",
    };
    const files = company(deal("D1"), { [`${drop}/OpportunityHistory.csv`]: csv(history) });
    expect(await versions(await load(files))).toMatchObject([
      { valid_from: "2026-01-05", amount_cents: 80_000, close_date: "2026-07-31" },
      { valid_from: "2026-02-10", amount_cents: 100_000, close_date: "2026-09-30" },
    ]);
  });
});

test("without an old value, one that was closed when first told was open in an unknown stage", async () => {
  expect((await versions(await load(company(sold, {}))))[0]).toMatchObject({
    basis: "inferred",
    stage: null,
    amount_cents: null,
  });
});

describe("a deal that was merged into another", () => {
  const hubspot = (drops: "delta" | "full") =>
    companyFile()
      .replace("kind: salesforce", "kind: hubspot")
      .replace("drops: delta", `drops: ${drops}`);
  const hubDeal = (deal_id: string) => ({
    deal_id,
    property_dealname: deal_id,
    deal_pipeline_stage_id: "Proposal",
    owner_id: "U1",
    property_amount: "1000",
    property_createdate: "2026-01-05",
    property_closedate: "2026-09-30",
  });
  const first = {
    "people/roster.csv": roster,
    "exports/crm/2026-03-31/deal.csv": csv(hubDeal("1"), hubDeal("2")),
  };
  const second = {
    "exports/crm/2026-06-30/deal.csv": csv(hubDeal("1")),
    "exports/crm/2026-06-30/merged_deal.csv": csv({ deal_id: "1", merged_deal_id: "2" }),
  };
  const again = { "exports/crm/2026-07-31/deal.csv": csv(hubDeal("1"), hubDeal("2")) };
  const states = ({ all }: Loaded) =>
    all(`select opportunity_id || ' ' || status as state, valid_from::date as valid_from, known_from
      from opportunity_version order by opportunity_id, version`);
  const ended = [
    { state: "1 open", valid_from: "2026-01-05", known_from: "2026-03-31" },
    { state: "2 open", valid_from: "2026-01-05", known_from: "2026-03-31" },
    { state: "2 deleted", valid_from: "2026-06-30", known_from: "2026-06-30" },
  ];

  test.each(["delta", "full"] as const)(
    "ends as deleted when it was, in %s drops",
    async (drops) => {
      const company = { "company.yaml": hubspot(drops), ...first };
      expect(await states(await load({ ...company, ...second }))).toEqual(ended);
      expect(await states(await load({ ...company, ...second }, "2026-05-31"))).toEqual(
        ended.slice(0, 2),
      );
    },
  );

  test("stays deleted where a later drop tells of it, and when drops come one by one", async () => {
    const folder = writeWorkspace({ "company.yaml": hubspot("delta"), ...first });
    await reload(folder);
    for (const files of [second, again]) {
      writeFiles(folder, files);
      expect(await states(await reload(folder))).toEqual(ended);
    }
  });
});

test("a deal is open from the day of creation that was told first, also where the first drop tells none", async () => {
  const told = (date: string, CreatedDate: string) => ({
    [`exports/crm/${date}/Opportunity.csv`]: csv(deal("D1", { CreatedDate })),
  });
  const { all } = await load({
    "company.yaml": stages,
    "people/roster.csv": roster,
    ...told("2026-04-30", ""),
    ...told("2026-05-31", "2026-02-02"),
    ...told("2026-06-30", "2026-01-05"),
  });
  const begins = `select created_date, min(valid_from)::date as valid_from
    from opportunity join opportunity_version using (opportunity_id) group by created_date`;
  expect(await all(begins)).toEqual([{ created_date: "2026-02-02", valid_from: "2026-02-02" }]);
});
