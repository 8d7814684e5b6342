import { describe, expect, test } from "vitest";
import { overrideCredits } from "../../src/compensation/credit/override.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { reasonFinder, type SealedCredit } from "../../src/compensation/settle/reason.ts";
import { creditOf, onePlan } from "./plan.ts";

const of = (amountCents: number, parts: Parameters<typeof creditOf>[1] = {}): SealedCredit =>
  creditOf(amountCents, {
    creditId: "D1/owner",
    opportunityId: "D1",
    dealCents: 100_000,
    ...parts,
  });

const deals = { before: new Set(["D1"]), now: new Set(["D1"]) };

/** Why Ann's pay on a credit of the deal changes. */
const reason = (
  before: readonly SealedCredit[],
  now: readonly SealedCredit[],
  { known = deals, creditId = "D1/owner", opportunityId = "D1" as string | null } = {},
) =>
  reasonFinder({ before, now, deals: known, usual: "earlier change" })({
    creditId,
    repId: "ann",
    opportunityId,
  });

describe("why pay of a closed period is another", () => {
  test("is a changed split for who keeps the credit, with less of the same deal", () => {
    expect(reason([of(100_000)], [of(50_000)])).toBe("changed split");
  });

  test("is a changed split for who comes to or leaves a deal that a closed period of any plan knew", () => {
    expect(reason([], [of(50_000)])).toBe("changed split");
    expect(reason([of(50_000)], [])).toBe("changed split");
  });

  test("is a corrected amount where the deal's own amount is another, split or not", () => {
    const corrected = { dealCents: 80_000 };
    expect(reason([of(100_000)], [of(80_000, corrected)])).toBe("corrected amount");
    expect(reason([of(100_000)], [of(40_000, corrected)])).toBe("corrected amount");
  });

  test("is a late deal only where no closed period knew it, and one taken out only where it isn't won", () => {
    const unknown = { before: new Set<string>(), now: new Set(["D1"]) };
    const gone = { before: new Set(["D1"]), now: new Set<string>() };
    expect(reason([], [of(50_000)], { known: unknown })).toBe("late deal");
    expect(reason([of(50_000)], [], { known: gone })).toBe("deal taken out");
  });

  test("is a corrected deal where its day, type, product or lines are others and its amount isn't", () => {
    expect(reason([of(100_000)], [of(100_000, { date: "2026-02-01" })])).toBe("corrected deal");
    expect(reason([of(100_000)], [of(100_000, { type: "renewal" })])).toBe("corrected deal");
    const lines = [of(60_000, { creditId: "D1/L1" }), of(40_000, { creditId: "D1/L2" })];
    const moved = [of(70_000, { creditId: "D1/L1" }), of(30_000, { creditId: "D1/L3" })];
    expect(reason(lines, moved, { creditId: "D1/L3" })).toBe("corrected deal");
  });

  test("is a changed refund where the deal is as it was and what was taken back isn't", () => {
    const refund = of(-20_000, { creditId: "D1/owner/R1", reverses: "D1/owner" });
    const told = { creditId: "D1/owner/R1" };
    expect(reason([of(100_000)], [of(100_000), refund], told)).toBe("changed refund");
    expect(reason([of(100_000), refund], [of(50_000), refund], told)).toBe("changed split");
  });

  test("is a corrected figure where a level is measured anew", () => {
    const level = (creditCents: number) =>
      creditOf(0, { creditId: "nrr", creditCents, dealCents: 0 });
    const told = { creditId: "nrr", opportunityId: null };
    expect(reason([level(900_000)], [level(950_000)], told)).toBe("corrected figure");
    expect(reason([], [level(950_000)], told)).toBe("corrected figure");
    expect(reason([level(950_000)], [level(950_000)], told)).toBe("earlier change");
  });

  test("is an earlier change for a manager of who is paid otherwise on a deal that is the same", () => {
    const paid = (rate: number) => {
      const plan = onePlan(`quota: none, rate: ${rate}`);
      const credits = [creditOf(100_000, { creditId: "D1/bob", opportunityId: "D1" })];
      return overrideCredits(pricePlan({ plan, credits }).lines, () => "ann");
    };
    const creditId = paid(0.1)[0]?.creditId ?? "";
    expect(reason(paid(0.1), paid(0.2), { creditId })).toBe("earlier change");
  });

  test("is nothing of the deal's where all of it is as it was", () => {
    expect(reason([of(100_000)], [of(100_000)])).toBe("earlier change");
  });
});
