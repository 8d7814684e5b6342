import { describe, expect, test } from "vitest";
import { type BasisFacts, basisMethod } from "../../src/narrative/basis.ts";

const facts: BasisFacts = {
  cac_lag_months: 3,
  has_margin: true,
  ramp: [0, 0.5],
  budgeted_from: "2026-05-01",
  expense_months: 60,
  absent: [],
};

describe("what settings decide", () => {
  test("is told with the keys that set it", () => {
    expect(basisMethod(facts)).toEqual([
      "Ramped capacity takes 0 % and 50 % of a full quota in a new rep's first 2 months (quota.ramp in company.yaml).",
      "Acquisition cost sets new customers against the spending of 3 months before (finance.cac_lag_months in company.yaml); from 1 May 2026 on some of it is the budget's, as nothing is recorded as spent.",
    ]);
  });

  test("is told of no lag, of recorded spending and of quotas as they are", () => {
    const said = basisMethod({ ...facts, cac_lag_months: 0, ramp: null, budgeted_from: null });
    expect(said[0]).toContain("takes quotas as they are");
    expect(said[1]).toBe(
      "Acquisition cost sets new customers against the spending of the same months (finance.cac_lag_months in company.yaml), all of it as recorded.",
    );
  });

  test("says what is absent, and that it isn't zero", () => {
    const absent = ["Monthly recurring revenue", "Magic number"];
    const said = basisMethod({ ...facts, has_margin: false, expense_months: 0, absent });
    expect(said.slice(1)).toEqual([
      "No gross margin is set (finance.gross_margin in company.yaml), so what depends on it is absent.",
      "Absent for want of data, never taken as zero: Monthly recurring revenue and Magic number. The list says what each needs.",
    ]);
  });
});
