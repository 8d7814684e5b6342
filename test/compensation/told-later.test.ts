import { beforeAll, describe, expect, test } from "vitest";
import { compensate } from "../../pipelines/compensate.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import { csv, deal, type Fields, small, won } from "../workspaces/small.ts";

// what exports tell of a deal after it was won, and what managers are paid of its commission

const [march, april, june] = ["2026-03-31", "2026-04-30", "2026-06-30"].map(
  (day) => `exports/crm/${day}`,
);
const split = (Id: string, OpportunityId: string, SplitOwnerId: string, percent: number) => ({
  Id,
  OpportunityId,
  SplitOwnerId,
  SplitPercentage: percent,
  SplitTypeId: "Revenue",
  IsDeleted: "false",
});
const person = (person_id: string, crm_user_id: string, more: Fields = {}) => ({
  person_id,
  name: person_id,
  crm_user_id,
  role: "account_executive",
  team: "North",
  region: "East",
  manager_id: "max",
  hired_on: "2024-02-01",
  ...more,
});

const sellers = `plan: Sellers
covers: { roles: account_executive }
effective_from: 2026-01-01
components:
  - { name: Bookings, quota: none, rate: 0.1 }
`;
const managers = `plan: Managers
covers: { roles: manager }
effective_from: 2026-01-01
components:
  - { name: Override, measure: commission, credit: [manager], quota: none, rate: 0.03 }
`;

const files = {
  ...small,
  "people/roster.csv": csv(
    person("ann", "U1"),
    person("bob", "U2"),
    person("max", "U3", { role: "manager", manager_id: "" }),
  ),
  "plans/compensation/managers.yaml": managers,
  "plans/compensation/sellers.yaml": sellers,
  [`${march}/Opportunity.csv`]: csv(
    deal("late"),
    won("corrected", { Amount: "2000" }),
    won("refunded", { CloseDate: "2026-03-10" }),
    won("ahead", {
      Amount: "500",
      CloseDate: "2026-03-15",
      OwnerId: "U2",
      Type: "New Business",
    }),
  ),
  [`${march}/OpportunitySplit.csv`]: csv(
    split("S1", "corrected", "U1", 60),
    split("S2", "corrected", "U2", 40),
  ),
  [`${april}/Opportunity.csv`]: csv(won("late", { CloseDate: "2026-04-25" })),
  [`${april}/OpportunitySplit.csv`]: csv(
    split("S3", "late", "U1", 70),
    split("S4", "late", "U2", 30),
  ),
  [`${june}/Opportunity.csv`]: csv(deal("open")),
  [`${june}/OpportunitySplit.csv`]: csv(
    split("S1", "corrected", "U1", 90),
    split("S2", "corrected", "U2", 10),
  ),
  "finance/invoices.csv": csv({
    invoice_id: "N1",
    opportunity_id: "refunded",
    issued_on: "2026-03-09",
    amount: -1000,
    currency: "USD",
    kind: "credit_note",
  }),
  "finance/subscriptions.csv": csv({
    subscription_id: "B1",
    account_id: "A1",
    opportunity_id: "ahead",
    start: "2026-08-01",
    end: "2027-07-31",
    monthly_amount: 40,
    currency: "USD",
  }),
};

let loaded: Loaded;
const paidOn = (opportunityId: string) =>
  loaded.column(`select rep_id || ' ' || earned_on || ' ' || amount_cents from commission_line
    where plan = 'Sellers' and opportunity_id = '${opportunityId}' order by rep_id, amount_cents`);

beforeAll(async () => {
  loaded = await load(files);
  await compensate(loaded.run);
}, 120_000);

describe("splits of the CRM share a won deal", () => {
  test("though they come with the drop after the one that first told of the deal", async () => {
    // a tenth of 1,000, as 70 % and 30 % share it
    expect(await paidOn("late")).toEqual(["ann 2026-04-25 7000", "bob 2026-04-25 3000"]);
  });

  test("as they are told last, corrected after it was won", async () => {
    // a tenth of 2,000: 60 % and 40 % in March, 90 % and 10 % since June
    expect(await paidOn("corrected")).toEqual(["ann 2026-03-20 18000", "bob 2026-03-20 2000"]);
  });

  test("and as of an earlier day as they were told by then", async () => {
    const then = await load(files, "2026-05-31");
    await compensate(then.run);
    const credited = `select rep_id, amount_cents::integer as cents from commission_credit
      where opportunity_id = 'corrected' and plan = 'Sellers' order by rep_id`;
    expect(await then.all(credited)).toEqual([
      { rep_id: "ann", cents: 120_000 },
      { rep_id: "bob", cents: 80_000 },
    ]);
  }, 60_000);
});

test("a credit note from before the deal was won takes back what the deal pays", async () => {
  expect(await paidOn("refunded")).toEqual(["ann 2026-03-10 -10000", "ann 2026-03-10 10000"]);
});

test("a subscription that begins after the as-of says when the contract starts", async () => {
  // won in March, of use from August on: nothing is amortised by June
  expect(
    await loaded.all(`select starts_on, amortised_cents::integer as amortised
      from commission_asset where opportunity_id = 'ahead' and plan = 'Sellers'`),
  ).toEqual([{ starts_on: "2026-08-01", amortised: 0 }]);
  expect(await loaded.column("select subscription_id from subscription")).toEqual([]);
});

test("a manager is paid a share of what reports are paid, and nothing of the deals themselves", async () => {
  // March: 180 and 20 of "corrected", 100 and −100 of "refunded", 50 of "ahead": 3 % of 250; April: of 100
  expect(
    await loaded.all(`select period_start, paid_cents::integer as paid from commission_statement
      where rep_id = 'max' order by period_start`),
  ).toEqual([
    { period_start: "2026-03-01", paid: 750 },
    { period_start: "2026-04-01", paid: 300 },
  ]);
  expect(
    await loaded.column(`select amount_cents::integer from commission_line
      where rep_id = 'max' order by 1`),
  ).toEqual([-300, 60, 90, 150, 210, 300, 540]);
});
