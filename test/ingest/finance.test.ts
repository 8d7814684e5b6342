import { expect, test } from "vitest";
import { load } from "../workspaces/build.ts";
import { csv, small } from "../workspaces/small.ts";

test("a subscription written twice counts once, as its last row says", async () => {
  const subscription = { subscription_id: "S1", account_id: "A1", start: "2026-01-01" };
  const { all } = await load({
    ...small,
    "finance/subscriptions.csv": csv(
      { ...subscription, monthly_amount: "100" },
      { ...subscription, subscription_id: "S2", monthly_amount: "7" },
      { ...subscription, monthly_amount: "120" },
    ),
  });
  const sql =
    "select subscription_id as id, monthly_amount_cents as cents from subscription order by id";
  expect(await all(sql)).toEqual([
    { id: "S1", cents: 12_000 },
    { id: "S2", cents: 700 },
  ]);
});

test("a call written twice for a day counts once, and one recorded later isn't known yet", async () => {
  const call = { entity_type: "company", entity_id: "Acme", period: "2026-06", category: "Commit" };
  const { all } = await load({
    ...small,
    "plans/calls.csv": csv(
      { ...call, recorded_on: "2026-06-05", amount: "100" },
      { ...call, recorded_on: "2026-06-05", amount: "90" },
      { ...call, recorded_on: "2026-07-05", amount: "80" },
    ),
  });
  expect(await all("select category, recorded_on, amount_cents from forecast_call")).toEqual([
    { category: "commit", recorded_on: "2026-06-05", amount_cents: 9_000 },
  ]);
});

test("a person who answers under a CRM name is the rep, and a blank score is an answer not given", async () => {
  const asked = { survey: "Spring", asked_on: "2026-05-05", question: "eNPS" };
  const { all } = await load({
    ...small,
    "people/surveys.csv": csv(
      { ...asked, person_id: "U1", score: "9" },
      { ...asked, person_id: "bob", score: "" },
      { ...asked, person_id: "", score: "3" },
      { ...asked, person_id: "", asked_on: "2026-07-05", score: "10" },
    ),
  });
  const sql =
    "select person_id, score_value from survey_answer order by score_value desc nulls last";
  expect(await all(sql)).toEqual([
    { person_id: "ann", score_value: 9 },
    { person_id: null, score_value: 3 },
    { person_id: "bob", score_value: null },
  ]);
});

test("on-target earnings hold from when they are effective", async () => {
  const person = {
    person_id: "ann",
    name: "Ann",
    crm_user_id: "U1",
    team: "North",
    region: "East",
  };
  const { all } = await load({
    ...small,
    "people/roster.csv": csv(
      { ...person, on_target_earnings: "100000", effective_from: "2024-02-01" },
      { ...person, on_target_earnings: "120000", effective_from: "2026-02-01" },
    ),
  });
  const sql = `select on_target_earnings_cents as cents, valid_from, valid_to from rep_earnings
    order by valid_from`;
  expect(await all(sql)).toEqual([
    { cents: 10_000_000, valid_from: "0001-01-01", valid_to: "2026-02-01" },
    { cents: 12_000_000, valid_from: "2026-02-01", valid_to: "9999-12-31" },
  ]);
});
