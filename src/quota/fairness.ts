import { grouped } from "../statistics/grouped.ts";
import { holm } from "../statistics/holm.ts";
import { differenceOf, groupsDiffer, slopeOf } from "../statistics/weighted-comparison.ts";
import { type Attained, type Audited, auditedReps, type RepTraits } from "./attained-reps.ts";

const fairnessFactors = ["potential", "tenure", "region", "team", "manager"] as const;
export type FairnessFactor = (typeof fairnessFactors)[number];

/** How attainment goes with a factor. */
export interface FairnessFinding {
  readonly factor: FairnessFactor;
  /** The group; for potential a doubling of it, for tenure a year. */
  readonly level: string;
  readonly reps: number;
  /** Attainment above that of all others, or gained a doubling or year; with its 95 % range. */
  readonly effect: number;
  readonly lower: number;
  readonly upper: number;
  /** Of the factor as a whole, corrected for how many factors were looked at (Holm). */
  readonly probability: number;
}

/** Below this a factor counts as one that attainment goes with. */
export const fairnessAlpha = 0.05;
const fewestReps = 8;

/**
 * Whether attainment goes with territory, tenure, region, team or manager: each rep counts once, by
 * bookings over quota of all periods, weighed by how sure that is. One test a factor, analysis of
 * variance for groups and a regression for numbers, corrected for their number by Holm.
 *
 * @returns nothing where too few reps have quotas
 */
export function auditFairness(
  attained: readonly Attained[],
  traits: readonly RepTraits[],
): FairnessFinding[] {
  const reps = auditedReps(attained, traits);
  if (reps.length < fewestReps) return [];
  const tests = fairnessFactors.flatMap((factor) => {
    const test = testOf(factor, reps);
    return test === null ? [] : [{ factor, ...test }];
  });
  const corrected = holm(tests.map(({ probability }) => probability));
  return tests.flatMap(({ factor, levels }, at) =>
    levels.map((level) => ({ factor, ...level, probability: corrected[at] ?? 1 })),
  );
}

type Level = Pick<FairnessFinding, "level" | "reps" | "effect" | "lower" | "upper">;

interface FactorTest {
  readonly probability: number;
  readonly levels: readonly Level[];
}

function testOf(factor: FairnessFactor, reps: readonly Audited[]): FactorTest | null {
  switch (factor) {
    case "potential":
      return slopeTest(reps, "a doubling", ({ potentialIndex }) =>
        potentialIndex !== null && potentialIndex > 0 ? Math.log2(potentialIndex) : null,
      );
    case "tenure":
      return slopeTest(reps, "a year", ({ tenureYears }) => tenureYears);
    case "region":
      return groupTest(reps, ({ region }) => region);
    case "team":
      return groupTest(reps, ({ team }) => team);
    case "manager":
      return groupTest(reps, ({ manager }) => manager);
  }
}

function slopeTest(
  reps: readonly Audited[],
  level: string,
  xOf: (traits: RepTraits) => number | null,
): FactorTest | null {
  const known = reps.flatMap((rep) => {
    const x = xOf(rep.traits);
    return x === null ? [] : [{ ...rep, x }];
  });
  const slope = slopeOf(known);
  if (slope === null) return null;
  const { probability, ...effect } = slope;
  return { probability, levels: [{ level, reps: known.length, ...effect }] };
}

function groupTest(
  reps: readonly Audited[],
  groupOf: (traits: RepTraits) => string | null,
): FactorTest | null {
  const known = reps.filter(({ traits }) => groupOf(traits) !== null);
  const groups = [...grouped(known, ({ traits }) => groupOf(traits) ?? "")].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const probability = groupsDiffer(groups.map(([, members]) => members));
  if (probability === null) return null;
  const levels = groups.flatMap(([level, members]) => {
    const others = known.filter(({ traits }) => groupOf(traits) !== level);
    const difference = differenceOf(members, others);
    return difference === null ? [] : [{ level, reps: members.length, ...difference }];
  });
  return { probability, levels };
}
