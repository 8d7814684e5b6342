import type { Attained, RepTraits } from "../../src/quota/attained-reps.ts";
import { auditFairness, fairnessAlpha } from "../../src/quota/fairness.ts";
import { hashOf, uniformStream } from "../../src/statistics/random.ts";
import { lognormalDraw } from "../../src/statistics/variates.ts";

// npm run bench:fairness: how often the fairness audit finds a planted bias, and one where there is none

const [seeds, reps, quarters] = [400, 400, 8];
/** Of a rep's quarters about its own level: the first is judged, more spread hides more. */
const spreads = [0.5, 0.65, 0.8];
/** Of levels about the quota. */
const skill = 0.12;
const bias = 0.1;
const regions = ["Americas", "Americas", "Americas", "EMEA", "EMEA", "Asia Pacific"];

type Planted = "nothing" | "region" | "potential";

function company(seed: number, spread: number, planted: Planted) {
  const random = uniformStream(hashOf(`fairness ${seed} ${spread} ${planted}`));
  const traits: RepTraits[] = [];
  const attained: Attained[] = [];
  for (let at = 0; at < reps; at++) {
    const repId = `R${at}`;
    const team = Math.floor(at / 10);
    const region = regions[team % regions.length] ?? "";
    const potentialIndex = lognormalDraw({ mean: 1, variance: 0.25 }, random());
    const tenureYears = 8 * random();
    traits.push({
      repId,
      region,
      team: `T${team}`,
      manager: `M${team}`,
      potentialIndex,
      tenureYears,
    });
    const level = lognormalDraw({ mean: 1, variance: skill ** 2 }, random());
    const harder = harderBy(planted, region, potentialIndex);
    for (let quarter = 0; quarter < quarters; quarter++) {
      const quota = 300_000_00 * (0.5 + random());
      const booked =
        quota * lognormalDraw({ mean: level, variance: (spread * level) ** 2 }, random());
      attained.push({ repId, quota: quota * harder, booked });
    }
  }
  return { traits, attained };
}

/** What quotas are multiplied by where the bias was planted: a tenth, or a tenth a doubling. */
function harderBy(planted: Planted, region: string, potentialIndex: number): number {
  if (planted === "region") return region === "EMEA" ? 1 + bias : 1;
  return planted === "potential" ? (1 + bias) ** Math.log2(potentialIndex) : 1;
}

let failed = false;
for (const spread of spreads) {
  for (const planted of ["nothing", "region", "potential"] as const) {
    let found = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const { attained, traits } = company(seed, spread, planted);
      const named = auditFairness(attained, traits).filter(
        ({ probability }) => probability < fairnessAlpha,
      );
      if (planted === "nothing" ? named.length > 0 : named.some(({ factor }) => factor === planted))
        found += 1;
    }
    const share = found / seeds;
    const holds = planted === "nothing" ? share <= 0.05 : share >= 0.8;
    const isJudged = spread === spreads[0];
    if (isJudged && !holds) failed = true;
    const verdict = isJudged ? (holds ? "holds" : "FAILS") : "     ";
    const what = planted === "nothing" ? "false alarms" : `bias by ${planted} found`;
    console.log(
      `${verdict}  ${what}: ${(100 * share).toFixed(1)} % of ${seeds} seeds (${reps} reps × ${quarters} quarters, spread of a quarter ${spread})`,
    );
  }
}
if (failed) process.exitCode = 1;
