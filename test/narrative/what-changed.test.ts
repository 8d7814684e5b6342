import { describe, expect, test } from "vitest";
import { changeCauses } from "../../src/forecast/change/cause.ts";
import { causeWords } from "../../src/narrative/change-words.ts";
import { type ChangeFacts, changedAnswer } from "../../src/narrative/what-changed.ts";

/** The sample's quarter, whose parts add up from 16.221 M to 15.259 M. */
const facts: ChangeFacts = {
  currency: "USD",
  currency_digits: 2,
  since: { date: "2026-06-26", days: 7 },
  periods: [
    { label: "FY27-Q2", before_cents: 1_622_102_936, after_cents: 1_525_902_235 },
    { label: "FY27", before_cents: 7_358_290_216, after_cents: 7_242_621_700 },
  ],
  parts: [
    { cause: "time_passed", cents: -158_489_659 },
    { cause: "won", cents: 24_053_481 },
    { cause: "lost", cents: -16_186_675 },
    { cause: "created", cents: 3_592_642 },
    { cause: "pushed", cents: 1_108_157 },
    { cause: "repriced", cents: 2_780_697 },
    { cause: "odds_moved", cents: 42_783_970 },
    { cause: "model_changed", cents: 4_156_686 },
  ],
  won: { count: 11, booked_cents: 39_776_100 },
};
const answer = (changes: Partial<ChangeFacts> = {}) => changedAnswer({ ...facts, ...changes });

describe("what moved the forecast", () => {
  test("is told by the largest causes, and what isn't named as one", () => {
    expect(answer().sentence).toBe(
      "FY27 Q2 is expected to land at USD 15.3 M, 962 k less than a week ago: time that passed took 1.6 M and lost deals 162 k; better odds gave 428 k, won deals 241 k and all else together 116 k.",
    );
  });

  test("sets what was booked beside what was counted on", () => {
    expect(answer().details[0]).toBe(
      "11 deals won since bring the quarter USD 398 k; the forecast still counted on 157 k from deals won, and the difference is their part.",
    );
    const without = { parts: [], won: { count: 1, booked_cents: 100 } };
    expect(answer(without).details[0]).toContain(
      "1 deal won since brings the quarter USD 1, as much",
    );
    expect(answer({ won: { count: 0, booked_cents: 0 } }).details[0]).toMatch(/^Nothing was won/);
  });

  test("says what time took only where it took something", () => {
    expect(answer().details.join(" ")).toContain("had nothing happened");
    expect(answer({ parts: [{ cause: "won", cents: 5 }] }).details.join(" ")).not.toContain(
      "had nothing happened",
    );
  });

  test("names the day where it isn't a week ago, and says more, less or as much", () => {
    const since = { date: "2026-06-02", days: 31 };
    const periods = [{ label: "FY27-Q2", before_cents: 100_00, after_cents: 300_00 }];
    expect(answer({ since, periods, parts: [{ cause: "created", cents: 200_00 }] }).sentence).toBe(
      "FY27 Q2 is expected to land at USD 300, 200 more than on 2 Jun 2026: new deals gave 200.",
    );
    const same = [{ label: "FY27-Q2", before_cents: 300_00, after_cents: 300_00 }];
    expect(answer({ periods: same, parts: [] }).sentence).toBe(
      "FY27 Q2 is expected to land at USD 300, as much as a week ago.",
    );
  });

  test("has a figure for each period with its difference", () => {
    expect(answer().figures).toEqual([
      { label: "FY27 Q2", value: "15.3 M", note: "962 k less than a week ago" },
      { label: "FY27", value: "72.4 M", note: "1.2 M less than a week ago" },
    ]);
  });

  test("says that nothing can be compared yet", () => {
    for (const without of [{ since: null }, { periods: [] }]) {
      const { sentence, figures } = answer(without);
      expect(sentence).toContain("No earlier forecast can be compared");
      expect(figures).toEqual([]);
    }
  });
});

test("every cause has words, in the order in which they are told apart", () => {
  expect(Object.keys(causeWords)).toEqual(changeCauses);
});
