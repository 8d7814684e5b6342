import { describe, expect, test } from "vitest";
import { type EvidenceFacts, evidenceAnswer } from "../../src/narrative/evidence.ts";

const facts: EvidenceFacts = {
  as_of: "2026-07-03",
  files: 3,
  rows: 1_000_000,
  rejected_rows: 1,
  deals: null,
  checks: { pass: 4, note: 1, warn: 1, refuse: 0 },
  warnings: 1,
  notes: 0,
  contradictions: 0,
  hygiene: "No deal is open.",
  oldest_feed: null,
};

test("one reject of a million rows isn't rounded to none", () => {
  const answer = evidenceAnswer(facts);
  expect(answer.sentence).toContain(
    "1 was rejected (<0.1 %), the rest has 1 warning and 0 notes, and 4 of 6 checks passed",
  );
  expect(answer.details).toEqual(["No drop contradicts an earlier one.", "No deal is open."]);
});

describe("the opportunity amount rejected", () => {
  const amounts = {
    amount_minor: 1000,
    rejected_amount_minor: 0,
    count_rejected: 9,
    count_unknown: 9,
  };
  const figure = (deals: EvidenceFacts["deals"]) =>
    evidenceAnswer({ ...facts, deals }).figures.find(({ label }) => label.includes("amount"));

  test("is unknown when no rejected row's amount can be read", () => {
    expect(figure(amounts)).toMatchObject({
      value: "unknown",
      note: "the amount of 9 rejected rows is unknown",
    });
  });

  test("is the share of what is known, with what isn't beside it", () => {
    // 20 of 1000
    const some = { ...amounts, rejected_amount_minor: 20, count_unknown: 1 };
    expect(figure(some)).toMatchObject({
      value: "2 %",
      note: "the amount of 1 rejected row is unknown",
    });
  });

  test("is none when nothing was rejected", () => {
    expect(figure({ ...amounts, count_rejected: 0, count_unknown: 0 })?.value).toBe("0 %");
  });

  test("is a dash without opportunity files, or without an amount in them", () => {
    expect(figure(null)?.value).toBe("–");
    expect(figure({ ...amounts, amount_minor: null })?.value).toBe("–");
  });
});
