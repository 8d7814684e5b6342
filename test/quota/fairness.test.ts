import { describe, expect, test } from "vitest";
import type { Attained, RepTraits } from "../../src/quota/attained-reps.ts";
import { auditFairness } from "../../src/quota/fairness.ts";
import { uniforms } from "./sales-force.ts";

const reps = 240;
const draw = uniforms(11);
const traits: RepTraits[] = Array.from({ length: reps }, (_, at) => ({
  repId: `R${String(at).padStart(3, "0")}`,
  potentialIndex: 0.5 + draw(),
  tenureYears: 6 * draw(),
  region: at % 3 === 0 ? "North" : "South",
  team: `T${at % 12}`,
  manager: `M${at % 12}`,
}));
/** Eight quarters each, with luck of up to half either way; quotas multiplied as the test says. */
const attained = (harder: (rep: RepTraits) => number): Attained[] => {
  const luck = uniforms(12);
  return traits.flatMap((rep) =>
    Array.from({ length: 8 }, () => ({
      repId: rep.repId,
      quota: 1_000_000 * harder(rep),
      booked: 1_000_000 * (0.5 + luck()),
    })),
  );
};
const namedIn = (harder: (rep: RepTraits) => number) => {
  const found = auditFairness(attained(harder), traits).filter((one) => one.probability < 0.05);
  return [...new Set(found.map(({ factor }) => factor))];
};

describe("auditFairness", () => {
  test("finds nothing where quotas are the same for all", () => {
    expect(namedIn(() => 1)).toEqual([]);
  });

  test("finds a region whose quotas are a tenth harder, and says by how much", () => {
    const harder = ({ region }: RepTraits) => (region === "North" ? 1.1 : 1);
    expect(namedIn(harder)).toContain("region");
    const north = auditFairness(attained(harder), traits).find(({ level }) => level === "North");
    // 1 / 1.1 − 1
    expect(north?.effect).toBeCloseTo(-0.091, 1);
    expect(north?.upper).toBeLessThan(0);
  });

  test("finds quotas that grow with the territory by more than it is worth", () => {
    expect(namedIn(({ potentialIndex }) => 0.8 + 0.3 * (potentialIndex ?? 1))).toContain(
      "potential",
    );
  });

  test("corrects for the number of factors: five tests, the least p times five", () => {
    const found = auditFairness(
      attained(() => 1),
      traits,
    );
    expect(new Set(found.map(({ factor }) => factor)).size).toBe(5);
    expect(found.every(({ probability }) => probability >= 0 && probability <= 1)).toBe(true);
  });

  test("says nothing of a handful of reps", () => {
    expect(auditFairness(attained(() => 1).slice(0, 40), traits)).toEqual([]);
  });
});
