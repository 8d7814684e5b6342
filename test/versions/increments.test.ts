import { expect, test } from "vitest";
import { type Loaded, load, reload } from "../workspaces/build.ts";
import { companyFile, csv, deal, type Fields, small } from "../workspaces/small.ts";
import { type Files, writeFiles, writeWorkspace } from "../workspaces/write.ts";

const { "people/roster.csv": roster = "" } = small;
const company: Files = { "company.yaml": companyFile(), "people/roster.csv": roster };

const versions = ({ all }: Loaded) =>
  all(`select opportunity_id, valid_from::date as valid_from, amount_cents, known_from
    from opportunity_version order by opportunity_id, version`);

/** The versions after each drop, when one follows another. */
async function arriving(start: Files, ...drops: readonly Files[]): Promise<unknown[][]> {
  const folder = writeWorkspace(start);
  const told = [];
  for (const drop of drops) {
    writeFiles(folder, drop);
    told.push(await versions(await reload(folder)));
  }
  return told;
}

const amount = (deal: string, from: string, to: string, on: string): Fields => ({
  Id: `H${deal}${on}`,
  OpportunityId: deal,
  Field: "Amount",
  OldValue: from,
  NewValue: to,
  CreatedDate: `${on}T10:00:00Z`,
});

test("a deal has versions from the first export that tells it as a row, its history then included", async () => {
  const first = { "exports/crm/2026-01-31/Opportunity.csv": csv(deal("D1")) };
  const change = amount("D2", "800", "1000", "2026-02-10");
  const second = { "exports/crm/2026-02-28/OpportunityFieldHistory.csv": csv(change) };
  const third = { "exports/crm/2026-03-31/Opportunity.csv": csv(deal("D2")) };
  const [, before, after] = await arriving(company, first, second, third);
  expect(before).toMatchObject([{ opportunity_id: "D1" }]);
  expect(before).toEqual(await versions(await load({ ...company, ...first, ...second })));
  expect(after?.slice(1)).toEqual([
    {
      opportunity_id: "D2",
      valid_from: "2026-01-05",
      amount_cents: 80_000,
      known_from: "2026-02-28",
    },
    {
      opportunity_id: "D2",
      valid_from: "2026-02-10",
      amount_cents: 100_000,
      known_from: "2026-02-28",
    },
  ]);
  expect(after).toEqual(await versions(await load({ ...company, ...first, ...second, ...third })));
});

test("a history that tells a field for the first time goes before the changes of that field", async () => {
  const first = {
    "exports/crm/2026-01-31/Opportunity.csv": csv(deal("D1")),
    "exports/crm/2026-01-31/OpportunityFieldHistory.csv": csv(
      amount("D1", "800", "1000", "2026-01-20"),
    ),
  };
  const stage = {
    Id: "S2",
    OpportunityId: "D2",
    StageName: "Proposal",
    Amount: "500",
    CloseDate: "2026-09-30",
    CreatedDate: "2026-02-10T10:00:00Z",
  };
  const second = {
    "exports/crm/2026-02-28/Opportunity.csv": csv(deal("D2")),
    "exports/crm/2026-02-28/OpportunityHistory.csv": csv(stage),
  };
  const [, after] = await arriving(company, first, second);
  expect(after).toEqual(await versions(await load({ ...company, ...first, ...second })));
});
