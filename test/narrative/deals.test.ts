import { describe, expect, test } from "vitest";
import { mainReasonWords } from "../../src/narrative/deal-reasons.ts";
import { changeWords, type DealState } from "../../src/narrative/deal-timeline.ts";
import { type DealsFacts, type DealTotals, dealsAnswer } from "../../src/narrative/deals.ts";

const totals: DealTotals = {
  deals: 584,
  without_amount: 26,
  without_forecast: 0,
  amount_cents: 4_739_377_976,
  expected_cents: 2_071_873_870,
  expected_in_quarter_cents: 716_724_245,
  expected_next_quarter_cents: 950_000_000,
  flagged: 230,
  flagged_expected_cents: 930_000_000,
};

const facts: DealsFacts = {
  currency: "USD",
  currency_digits: 2,
  totals,
  half: 24,
  flags: [
    { flag: "no_activity", deals: 108 },
    { flag: "amount_cut", deals: 82 },
    { flag: "long_in_stage", deals: 75 },
    { flag: "close_date_passed", deals: 17 },
  ],
  quarters: [
    { label: "FY27-Q2", period_end: "2026-07-31" },
    { label: "FY27-Q3", period_end: "2026-10-31" },
  ],
  isPooled: false,
  past: { count: 17_258, expected: 0.326, won: 5593 },
};

const withTotals = (changes: Partial<DealTotals>) =>
  dealsAnswer({ ...facts, totals: { ...totals, ...changes } });

describe("which open deals will be won", () => {
  test("is answered by what they are worth, what is expected, and when", () => {
    const { sentence, details, figures } = dealsAnswer(facts);
    expect(sentence).toBe(
      "584 open deals, worth USD 47.4 M (26 without an amount): 20.7 M is expected from them, 7.2 M of it by the end of FY27 Q2.",
    );
    expect(details).toEqual([
      "Half of what is uncertain about that rests on 24 deals.",
      "230 deals have a risk flag, most often no activity (108), amount cut (82) and long in stage (75); 9.3 M of what is expected comes from them.",
      // 5,593 of 17,258
      "Of 17,258 chances given at earlier dates to be won within the quarter, 32.6 % were expected to come true, and 32.4 % did.",
    ]);
    expect(figures.map(({ value }) => value)).toEqual(["584", "20.7 M", "7.2 M", "9.5 M", "230"]);
  });

  test("of one deal, and of none", () => {
    const one = withTotals({ deals: 1, without_amount: 1, amount_cents: 0, flagged: 0 });
    expect(one.sentence).toContain("1 open deal, without an amount: 20.7 M is expected from it,");
    expect(one.details[1]).toBe("None has a risk flag.");
    expect(withTotals({ deals: 0 })).toMatchObject({ sentence: "No deal is open.", figures: [] });
  });

  test("isn’t made up where nothing is known of their past", () => {
    expect(withTotals({ without_forecast: 584 }).sentence).toContain(
      "of none is enough known to say what it will bring",
    );
  });

  test("says that chances are shared, or weren't yet proved", () => {
    const { details } = dealsAnswer({ ...facts, isPooled: true, past: null });
    expect(details[0]).toContain("each has the chance of all together");
    expect(details[2]).toContain("can’t be told yet");
  });
});

describe("the main reason", () => {
  const type = { feature: "type", value: "renewal", effect: 6 };
  const pushed = { feature: "pushes", value: 3, effect: 0.5 };

  test("is what sets a deal apart from others of its type", () => {
    expect(mainReasonWords([type, pushed])).toBe("pushed 3 times: halves the odds");
  });

  test("is its type where nothing else does, and none without any", () => {
    expect(mainReasonWords([type])).toContain("renewal");
    expect(mainReasonWords([])).toBeNull();
  });
});

describe("what changed in a deal", () => {
  const state: DealState = {
    status: "open",
    stage: "Proposal",
    bookings_cents: 100_000,
    close_date: "2026-05-31",
    owner: "Ann",
  };

  test.each<[Partial<DealState>, string]>([
    [{}, ""],
    [{ stage: "Negotiation" }, "stage Proposal → Negotiation"],
    [{ bookings_cents: 80_000 }, "amount cut by 20 %"],
    [{ bookings_cents: 112_000 }, "amount raised by 12 %"],
    [{ bookings_cents: null }, "amount taken out"],
    [{ close_date: "2026-06-30" }, "pushed by 30 days"],
    [{ close_date: "2026-05-30" }, "pulled in by 1 day"],
    [{ owner: null }, "owner was Ann"],
    [{ stage: null, close_date: null }, "stage Proposal → unknown; close date taken out"],
  ])("%o: %s", (changes, words) => {
    expect(changeWords(state, { ...state, ...changes })).toBe(words);
  });

  test("begins with what was first told, and tells of amounts and dates given later", () => {
    expect(changeWords(undefined, state)).toBe("first told");
    const blank = { ...state, bookings_cents: null, close_date: null };
    expect(changeWords(blank, state)).toBe("amount given; close date given");
    expect(changeWords({ ...state, status: "lost" }, state)).toBe("reopened");
  });
});
