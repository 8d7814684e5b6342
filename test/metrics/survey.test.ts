import { describe, expect, test } from "vitest";
import { type Kpi, kpisOf, pick, select } from "./company.ts";

const answer = (person_id: string | null, score_value: number | null, question = "eNPS") => ({
  survey: "Spring",
  person_id,
  asked_date: "2026-06-10",
  question,
  score_value,
});
const kpis = (answers: readonly object[], minCell = 1): Promise<Kpi[]> =>
  kpisOf({
    deals: [{ id: "D1", status: "won", amount: 1, closed: "2025-12-05" }],
    minCell,
    reps: [
      ["ann", "North", "East"],
      ["bob", "South", "East"],
    ],
    assignments: [["ann", "North", "East", "2024-01-01"]],
    rows: { survey_answer: answers },
  });
const june = { period_start: "2026-06-01" } as const;
/** 9 and 10 promote, 7 and 8 are passive, 0 to 6 detract: formulas.md. */
const scores = [10, 9, 9, 8, 7, 6, 0, 10, 10, 10];

describe("the employee net promoter score", () => {
  // six of ten promote, two detract, two are passive: 60 − 20
  test("counts passives below the line", async () => {
    const found = await kpis(scores.map((score) => answer(null, score)));
    expect(pick(found, { metric: "enps", ...june })).toMatchObject({ value: 40, n: 10 });
  });

  test("reads the question by name or by what it asks, and no other", async () => {
    const found = await kpis([
      answer(null, 10, "Would you recommend us as a place to work?"),
      answer(null, 0, "How is the coffee?"),
    ]);
    expect(pick(found, { metric: "enps", ...june })).toMatchObject({ value: 100, n: 1 });
  });

  test("is hidden under the minimum, the numbers that make it as well", async () => {
    const answers = [answer("ann", 10), ...scores.map((score) => answer(null, score))];
    const found = await kpis(answers, 5);
    const north = { metric: "enps", ...june, entity_type: "team", entity_id: "North" };
    expect(pick(found, north)).toMatchObject({ value: null, numerator: null, status: "absent" });
    expect(pick(found, { metric: "enps", ...june }).n).toBe(11);
    expect(select(found, { metric: "enps", entity_type: "rep" })).toEqual([]);
  });

  test("has a response rate where blank scores tell who was asked", async () => {
    const rate = { metric: "survey_response_rate", ...june };
    const asked = await kpis([answer("ann", 10), answer("bob", null)]);
    expect(pick(asked, rate)).toMatchObject({ value: 0.5, denominator: 2 });
    expect(pick(await kpis([answer("ann", 10)]), rate).status).toBe("absent");
  });

  test("is absent, once, for a company without surveys", async () => {
    const found = select(await kpis([]), { metric: "enps" });
    expect(found.map(({ status }) => status)).toEqual(["absent"]);
  });
});
