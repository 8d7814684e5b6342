import { describe, expect, test } from "vitest";
import { bringForward, needOf } from "../../src/forecast/need.ts";
import { type NeedFacts, needWords } from "../../src/narrative/forecast-need.ts";

/** 80 booked, 60 of 400 open and 20 not yet created are expected, and 5 less by past bookings. */
const parts = {
  target: 200e8,
  mean: 155e8,
  booked: 80e8,
  ahead: 0,
  pipeline: 160e8,
  open: { expected: 60e8, amount: 400e8 },
};
/** 15, 26.25 and 30 % were won in earlier quarters; nothing was open in one. */
const earlier = [15, 26.25, 30].map((won) => ({ amount: 100e8, won: won * 1e8 }));
const facts = (changes: Partial<typeof parts> = {}, more: Partial<NeedFacts> = {}): NeedFacts => {
  const all = { ...parts, ...changes };
  const need = needOf(all, [...earlier, { amount: 0, won: 0 }]);
  const { target: target_cents, booked: booked_cents } = all;
  return {
    label: "FY27-Q2",
    is_current: true,
    target_cents,
    booked_cents,
    ...need,
    forward: null,
    ...more,
  };
};

describe("what a target needs", () => {
  test("is a won share, more from deals to come, or deals brought forward", () => {
    // (60 + 45) / 400 = 26.25 %; 20 + 45 = 65 from deals to come
    const forward = { deals: [1, 2], added: 46e8, isEnough: true };
    expect(needWords(facts({}, { forward }), 2)).toEqual({
      lead: "FY27 Q2 is forecast 45.0 M short of the target of 200 M. All else as expected, one of these would close the gap:",
      ways: [
        "Of the open amount 26.3 % is won in the quarter instead of 15.0 %. As far into the quarter, it came to that much in 2 of 3 earlier quarters.",
        "Deals not yet created bring 65.0 M in the quarter instead of 20.0 M: 3.3 times what is expected.",
        "These 2 deals, likelier won next quarter, are all won in this one: together they would add 46.0 M. They are listed below.",
      ],
    });
  });

  test("of the next quarter is set against what was won so long before earlier ones", () => {
    expect(needWords(facts({}, { is_current: false }), 2).ways[0]).toMatch(
      /As long before the quarter, it came to that much in 2 of 3 earlier quarters\.$/,
    );
  });

  test("adds up: booked, open, not yet created and the correction are the forecast", () => {
    const { coming, correction } = needOf(parts, []);
    expect([coming, correction]).toEqual([20e8, -5e8]);
    expect(parts.booked + parts.open.expected + (coming ?? 0) + (correction ?? 0)).toBe(parts.mean);
    // 12 of the 20 are won already, for a later day
    expect(needOf({ ...parts, ahead: 12e8 }, []).coming).toBe(8e8);
  });

  test("says how much less would do where the forecast is above the target", () => {
    const { lead, ways } = needWords(facts({ target: 145e8 }), 2);
    expect(lead).toBe(
      "FY27 Q2 is forecast 10.0 M above the target of 145 M. To reach it, all else as expected, 12.5 % of the open amount must be won in the quarter; 15.0 % is expected. As far into the quarter, it came to that much in 3 of 3 earlier quarters.",
    );
    expect(ways).toEqual([]);
    expect(needWords(facts({ target: 80e8 }), 2).lead).toBe(
      "FY27 Q2: the target of 80.0 M is booked already.",
    );
    expect(needWords(facts({ target: 90e8 }), 2).lead).toMatch(/needs none of the open deals\.$/);
  });

  test("says what can't be", () => {
    const forward = { deals: [1], added: 1e8, isEnough: false };
    const { ways } = needWords(facts({ target: 1000e8, pipeline: 140e8 }, { forward }), 2);
    expect(ways).toEqual([
      "Open deals can’t do it: all of them, won at their amounts, would still be too little.",
      "Deals not yet created bring 845 M in the quarter; next to nothing is expected from them.",
      "Not by deals brought forward alone: 1 deal likelier won next quarter would add 1.0 M in all.",
    ]);
  });

  test("is short where no pipeline is known", () => {
    const need = needOf({ ...parts, pipeline: null, open: null }, []);
    expect(need).toEqual({
      gap: 45e8,
      coming: null,
      correction: null,
      share: null,
      comingTimes: null,
    });
  });
});

describe("bringing deals forward", () => {
  const deal = (now: number, next: number, added: number) => ({
    win_rate_in_quarter: now,
    win_rate_next_quarter: next,
    added_cents: added,
  });
  const deals = [deal(0.1, 0.5, 30), deal(0.6, 0.3, 50), deal(0.1, 0.2, 20), deal(0, 0.1, 90)];

  test("takes the first that close the gap, of those likelier won next quarter", () => {
    const { deals: chosen, added, isEnough } = bringForward(40, deals);
    expect(chosen).toEqual([deals[0], deals[2]]);
    expect([added, isEnough]).toEqual([50, true]);
  });

  test("says when all of them aren't enough", () => {
    expect(bringForward(1000, deals)).toMatchObject({ added: 140, isEnough: false });
    expect(bringForward(1, []).isEnough).toBe(false);
  });
});
