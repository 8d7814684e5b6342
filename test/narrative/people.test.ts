import { describe, expect, test } from "vitest";
import {
  type RepFacts,
  repSentence,
  repsAnswer,
  type TeamFacts,
  teamSentence,
  teamsAnswer,
} from "../../src/narrative/people.ts";

const money = { currency: "USD", currency_digits: 2 };
const quarter = { label: "FY27-Q2", is_over: false, booked_cents: 37.2e6, quota_cents: 60e6 };

const rep: RepFacts = {
  ...money,
  name: "Ann",
  role: "account_executive",
  team_id: "North",
  hired_on: "2024-02-01",
  left_on: null,
  is_active: true,
  quarter,
  peers: null,
  open: { deals: 27, without_amount: 0, cents: 290e6, late: 9 },
};

describe("a rep's sentence", () => {
  test("tells who, what is booked of the quota, and what is open", () => {
    expect(repSentence(rep)).toBe(
      "Ann, account executive in North, hired 1 Feb 2024, has booked USD 372 k of 600 k quota in FY27 Q2 so far, 62 %; 27 deals worth 2.9 M are open, 9 of them stale or overdue.",
    );
  });

  test("stands beside the median of peers, where there is one and a quota to hold it against", () => {
    const peers = { median: 0.45, n: 31 };
    expect(repSentence({ ...rep, peers })).toContain(
      "600 k quota in FY27 Q2 so far, 62 %, where the median of 31 account executives is 45 %; 27",
    );
    const without = { ...quarter, quota_cents: null };
    expect(repSentence({ ...rep, peers, quarter: without })).not.toContain("median");
  });

  test("makes no quota, no booking and no team up", () => {
    const bare = { ...rep, team_id: "unassigned", role: null, hired_on: null };
    const open = { deals: 0, without_amount: 0, cents: 0, late: 0 };
    expect(repSentence({ ...bare, open, quarter: { ...quarter, quota_cents: null } })).toBe(
      "Ann, rep, has booked USD 372 k in FY27 Q2 so far, without a quota of that quarter on file; no deal is open.",
    );
    expect(repSentence({ ...bare, open, quarter: null })).toBe(
      "Ann, rep, has no bookings on record; no deal is open.",
    );
  });

  test("says how many of the open deals have no amount", () => {
    const worded = (without_amount: number) =>
      repSentence({ ...rep, open: { deals: 3, without_amount, cents: 5e6, late: 0 } });
    expect(worded(2)).toContain(
      "3 deals worth 50.0 k (2 of them without an amount) are open, none of them stale",
    );
    expect(worded(3)).toContain("3 deals without an amount are open, none");
  });

  test("says that somebody has left", () => {
    const left = { ...rep, is_active: false, left_on: "2025-03-03" };
    expect(repSentence(left)).toMatch(/^Ann, account executive in North, left on 3 Mar 2025; 27/);
  });
});

const team: TeamFacts = {
  ...money,
  team_id: "North",
  manager: "Mia",
  count_active: 10,
  quarter,
  expected: { mean_cents: 55e6, lower_80_cents: 40e6, upper_80_cents: 70e6 },
  open: { deals: 1, without_amount: 0, cents: 5e6, late: 0 },
};

describe("a team's sentence", () => {
  test("gives the forecast with its range", () => {
    expect(teamSentence(team)).toBe(
      "North, 10 people led by Mia, has booked USD 372 k of 600 k quota in FY27 Q2 so far, 62 %, and is expected to end at 550 k (80 %: 400 k to 700 k); 1 deal worth 50.0 k is open, neither stale nor overdue.",
    );
  });

  test("says that nobody is in it any more", () => {
    expect(teamSentence({ ...team, count_active: 0 })).toMatch(/^Nobody is in North today; 1 deal/);
  });
});

test("before one is chosen the pages say how many there are", () => {
  expect(repsAnswer(95, 66, null).sentence).toBe(
    "95 people are on record, 66 of them active today: choose one to see how they stand.",
  );
  expect(teamsAnswer(6, 6, null).sentence).toBe(
    "6 teams are on record, all with people today: choose one to see how it stands.",
  );
  expect(repsAnswer(0, 0, null).sentence).toContain("Nobody is on record");
  expect(teamsAnswer(6, 5, "no history").method).toContain("no history");
});
