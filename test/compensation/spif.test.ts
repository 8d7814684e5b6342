import { describe, expect, test } from "vitest";
import { spifsOf, stretchesOf, wonIn } from "../../src/compensation/spif.ts";
import { planOf } from "./plan.ts";

const terms = planOf(`plan: Test
effective_from: 2026-01-01
components:
  - name: All year
    quota: none
    rate: 0.1
  - name: From June on
    quota: none
    where: { from: 2026-06-01 }
    rate: 0.1
  - name: Spring
    measure: new_customers
    quota: none
    where: { types: [new], min_amount: 1000, from: 2026-04-01, until: 2026-04-30 }
    rate: { rule: flat, per_unit: 500 }
    budget: { amount: 5000 }
`);
const [spring] = spifsOf(terms);
if (!spring) throw new Error("no SPIF");

const line = (opportunityId: string, date: string, cents: number, type = "new") => ({
  opportunityId,
  date,
  type,
  product: null,
  cents,
  wholeCents: cents,
});

describe("SPIFs", () => {
  test("are components that pay between two days", () => {
    expect(spifsOf(terms).map(({ component }) => component.name)).toEqual(["Spring"]);
  });

  test("are read beside as many days before and after, and those of a year before", () => {
    expect(stretchesOf(spring, "2026-12-31")).toEqual([
      { stretch: "year_before", from: "2025-04-01", until: "2025-04-30" },
      { stretch: "before", from: "2026-03-02", until: "2026-03-31" },
      { stretch: "during", from: "2026-04-01", until: "2026-04-30" },
      { stretch: "after", from: "2026-05-01", until: "2026-05-30" },
    ]);
  });

  test("are told as far as they have come", () => {
    expect(stretchesOf(spring, "2026-04-10").at(-1)).toEqual({
      stretch: "during",
      from: "2026-04-01",
      until: "2026-04-10",
    });
  });

  test("count deals of their kind, whatever the day that they pay on", () => {
    const lines = [
      line("D1", "2026-03-31", 100_000),
      line("D1", "2026-03-31", 200_000),
      line("D2", "2026-03-02", 99_999),
      line("D3", "2026-03-10", 500_000, "renewal"),
      line("D4", "2026-04-01", 500_000),
    ];
    const [, before, during] = stretchesOf(spring, "2026-04-10");
    expect(before && wonIn(before, spring, lines)).toEqual({ deals: 1, cents: 300_000 });
    expect(during && wonIn(during, spring, lines)).toEqual({ deals: 1, cents: 500_000 });
  });
});
