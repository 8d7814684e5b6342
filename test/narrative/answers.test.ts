import { describe, expect, test } from "vitest";
import { listWords } from "../../src/narrative/answer.ts";
import { attainmentAnswer } from "../../src/narrative/attainment.ts";
import { outlookAnswer } from "../../src/narrative/outlook.ts";
import { type QuarterFacts, quarterAnswer } from "../../src/narrative/quarter.ts";

const quarter: QuarterFacts = {
  label: "FY27-Q2",
  as_of: "2026-07-03",
  is_over: false,
  currency: "USD",
  currency_digits: 2,
  booked_cents: 1_420_000_000,
  quota_cents: 1_900_000_000,
  forecast: {
    mean_cents: 1_820_000_000,
    lower_80_cents: 1_690_000_000,
    upper_80_cents: 1_960_000_000,
  },
  last_year: { date: "2025-07-03", booked_cents: 1_340_000_000 },
  coverage: 2.4,
  open_deals: 181,
  overdue_deals: 17,
  coverage_needed: null,
  win_rate_value: 0.25,
  earlier_win_rate: 0.291,
  win_rate: { value: 0.27, numerator: 212, denominator: 786, status: "partial" },
};

describe("where the quarter stands", () => {
  test("says what is booked, the quota, and the forecast with its range", () => {
    expect(quarterAnswer(quarter).sentence).toBe(
      "FY27 Q2 stands at USD 14.2 M booked of a 19.0 M quota; it is expected to end at 18.2 M, with a 4 in 5 chance of 16.9 M to 19.6 M.",
    );
  });

  test("compares with the same day a year before", () => {
    expect(quarterAnswer(quarter).details[0]).toBe(
      "That is 6 % above the USD 13.4 M booked by 3 Jul 2025.",
    );
  });

  test("says that there is no quota, and never divides by it", () => {
    const answer = quarterAnswer({ ...quarter, quota_cents: null, coverage: null });
    expect(answer.sentence).toContain("USD 14.2 M booked, and no quota is on file for it");
    expect(answer.figures.map((figure) => figure.note)).toContain("no quota on file");
  });

  test("says that there is no forecast", () => {
    expect(quarterAnswer({ ...quarter, forecast: null }).sentence).toContain(
      "no forecast is on file",
    );
  });

  test("a quarter on its last day has ended and needs no forecast", () => {
    const answer = quarterAnswer({ ...quarter, is_over: true, forecast: null });
    expect(answer.sentence).toBe("FY27 Q2 ended at USD 14.2 M booked of a 19.0 M quota.");
  });

  test("missing bookings are told apart from none", () => {
    expect(quarterAnswer({ ...quarter, booked_cents: null }).sentence).toMatch(
      /^Nothing is on record/,
    );
    expect(quarterAnswer({ ...quarter, booked_cents: 0 }).sentence).toMatch(
      /^FY27 Q2 stands at USD 0 booked/,
    );
  });

  test("every sentence names the currency once, at its first amount", () => {
    const { sentence, details } = quarterAnswer(quarter);
    for (const text of [sentence, ...details]) expect(text.match(/USD/g)).toHaveLength(1);
    expect(quarterAnswer({ ...quarter, booked_cents: null }).sentence).toContain(
      "expected to end at USD 18.2 M",
    );
  });

  test("says which deals coverage counts, and what textbooks ask for", () => {
    const figures = quarterAnswer(quarter).figures.map(({ label, value, note }) =>
      [label, value, note].join("; "),
    );
    expect(figures).toContain(
      "Pipeline coverage; 2.4×; of quota left: 181 open deals, 17 overdue not counted",
    );
    // 1 / 0.25
    expect(figures).toContain(
      "Textbook need; 4.0×; 1 ÷ win rate by value, 25 % over four quarters",
    );
  });

  test("asks for the coverage that earlier quarters needed, beside the textbook's", () => {
    const need = (changes: Partial<QuarterFacts>) =>
      quarterAnswer({ ...quarter, coverage_needed: 1.83, ...changes }).figures[4];
    expect(need({})).toEqual({
      label: "Coverage needed",
      value: "1.8×",
      note: "at this day of earlier quarters; 1 ÷ win rate by value is 4.0×",
    });
    expect(need({ win_rate_value: null })?.note).toBe("at this day of earlier quarters");
    expect(need({ is_over: true })?.label).toBe("Textbook need");
  });

  test("explains the need that it shows", () => {
    const method = quarterAnswer({ ...quarter, coverage_needed: 1.83 }).method ?? [];
    expect(method[0]).toContain("The coverage needed is 1 ÷ the yield");
    expect(quarterAnswer(quarter).method?.[0]).toContain("The textbook need");
  });

  test.each([null, 0])("asks for no coverage from a win rate of %s", (win_rate_value) => {
    const figures = quarterAnswer({ ...quarter, win_rate_value }).figures;
    expect(figures.find(({ label }) => label === "Textbook need")?.value).toBe("–");
  });

  test("holds the win rate against that of the same day a year before", () => {
    const noteOf = (facts: QuarterFacts) => quarterAnswer(facts).figures.at(-1)?.note;
    expect(noteOf(quarter)).toBe(
      "212 of 786 deals closed so far; 29 % a year before at the same day",
    );
    expect(noteOf({ ...quarter, earlier_win_rate: null })).toBe("212 of 786 deals closed so far");
  });

  test("says in plain words whether quota lies in the forecast's range", () => {
    const gapAt = (quota_cents: number) => quarterAnswer({ ...quarter, quota_cents }).details[1];
    // expected 18.2 M, 16.9 to 19.6 M
    expect(gapAt(19e8)).toBe(
      "The expected end is USD 800 k short of quota, but the range goes above it: quota may yet be reached.",
    );
    expect(gapAt(17e8)).toMatch(
      /^The expected end is USD 1\.2 M above quota, .*: quota may yet be missed\.$/,
    );
    expect(gapAt(16e8)).toBe(
      "Even the low end of the expected range is above the quota of USD 16.0 M.",
    );
    expect(gapAt(20e8)).toBe(
      "Even the high end of the expected range is below the quota of USD 20.0 M.",
    );
  });

  test("hides a win rate of too few deals", () => {
    const win_rate = { value: 1, numerator: 2, denominator: 2, status: "too_few" };
    const figure = quarterAnswer({ ...quarter, win_rate }).figures.at(-1);
    expect(figure).toMatchObject({ value: "–", note: "too few closed deals (2)" });
  });
});

const money = { currency: "USD", currency_digits: 2 };

describe("where bookings will land", () => {
  const range = { mean_cents: 100e8, lower_80_cents: 90e8, upper_80_cents: 110e8 };
  const aimed = { target_cents: 107e8, chance: 0.27 };
  const now = { ...range, ...aimed, label: "FY27-Q2", booked_cents: 40e8 };
  const next = { ...now, label: "FY27-Q3", booked_cents: null, target_cents: null, chance: null };
  const facts = { ...money, periods: [now, next], accuracy: null };

  test("tells the landing, its range and the chance of the target; the next quarter after it", () => {
    const answer = outlookAnswer(facts);
    expect(answer.sentence).toBe(
      "FY27 Q2 lands at USD 100 M, 80 % between 90.0 M and 110 M; the target of 107 M has a chance of 27 %.",
    );
    expect(answer.details[0]).toBe("FY27 Q3 lands at 100 M, 80 % between 90.0 M and 110 M.");
    expect(answer.figures[0]?.note).toBe("80 %: 90.0 M to 110 M; chance of 107 M: 27 %");
  });

  test("says that a target is booked already, and that there is none", () => {
    const booked = { ...now, booked_cents: 107e8, chance: 1 };
    expect(outlookAnswer({ ...facts, periods: [booked] }).sentence).toMatch(
      /the target of 107 M is booked already\.$/,
    );
    expect(outlookAnswer({ ...facts, periods: [next] }).details).toContain(
      "No target of the company is on file, so no chance of one can be told.",
    );
  });

  test("tells how far such forecasts were off", () => {
    const accuracy = { n: 13, wape: 0.072, bias: 0.04, coverage_80: 0.77 };
    const answer = outlookAnswer({ ...facts, accuracy });
    // R: binom::binom.wilson(10, 13)
    expect(answer.details.at(-1)).toBe(
      "Made in the same way, 13 forecasts of past quarters missed by 7.2 % on average. The 80 % range held 10 of them; so many allow between 50 % and 92 % in the long run.",
    );
  });

  test("says that nothing is forecast where too little has closed", () => {
    expect(outlookAnswer({ ...facts, periods: [] }).sentence).toMatch(/^No forecast is on file/);
  });

  test("calls an untested range untested", () => {
    expect(outlookAnswer(facts).details.at(-1)).toContain("untested");
  });
});

test("quotas: no complete year and no recommendation are said so", () => {
  const answer = attainmentAnswer({
    ...money,
    aim: 0.65,
    complete: null,
    current: null,
    recommendation: null,
    changes: null,
    target: null,
  });
  expect(answer.sentence).toBe(
    "No rep had a quota in a complete year; no quotas are recommended for next year.",
  );
});

test("lists read as prose", () => {
  expect(listWords(["a", "b", "c"])).toBe("a, b and c");
  expect(listWords([])).toBe("");
});
