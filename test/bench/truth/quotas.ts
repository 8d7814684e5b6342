import { medianSorted } from "simple-statistics";
import type { BacktestRow } from "../../../src/quota/backtest.ts";
import { type BacktestScore, scoreBacktest } from "../../../src/quota/backtest-score.ts";
import type { Evidence, PastQuota } from "./company/evidence.ts";
import type { Chapter, Verdict } from "./verdicts.ts";

/** The rules that equal odds are held against; what was really set knew the company better. */
const simple = ["even", "prior_year", "trailing", "potential"] as const;
const aim = 0.65;
const tolerance = 0.05;
const slopes = [0.9, 1.1] as const;

/** Quotas of complete years: off by how much, how far apart attainment, and whether odds held. */
export function quotaChapter(evidence: readonly Evidence[]): Chapter {
  const companies = evidence.map(({ quotas }) => yearsOf(quotas));
  const pooled = scoresOf(companies.flat());
  const own = companies.map(scoresOf);
  const shares = own
    .flatMap((scores) => scores.get("aim")?.shareAtQuota ?? [])
    .sort((a, b) => a - b);
  const share = shares.length === 0 ? Number.NaN : medianSorted(shares);
  return {
    lines: [
      "quotas of complete years, at the totals really set",
      ...[...pooled.values()].map(line),
      `  slope of the odds of quotas really set: ${slopeText(pooled.get("set"))}`,
    ],
    verdicts: [
      ...simple.map((rule) => beats(pooled, own, rule)),
      slopeVerdict(companies.flat()),
      {
        holds: Math.abs(share - aim) <= tolerance,
        text: `quotas of ${percent(aim)} odds: ${percent(share)} of reps attain theirs in the median company`,
      },
    ],
  };
}

const yearsOf = (quotas: readonly PastQuota[]): BacktestRow[] =>
  quotas
    .filter(({ period }) => period === "year")
    .map((row) => ({
      period: row.period,
      periodStart: row.period_start,
      rule: row.rule as BacktestRow["rule"],
      repId: row.rep_id,
      quota: row.quota_cents,
      actual: row.actual_cents,
      odds: row.attainment_probability,
    }));

const scoresOf = (rows: readonly BacktestRow[]): Map<string, BacktestScore> =>
  new Map(scoreBacktest(rows).map((score) => [score.rule, score]));

function beats(
  pooled: ReadonlyMap<string, BacktestScore>,
  own: readonly ReadonlyMap<string, BacktestScore>[],
  rule: string,
): Verdict {
  const better = (scores: ReadonlyMap<string, BacktestScore>) => {
    const [ours, theirs] = [scores.get("recommended"), scores.get(rule)];
    if (!ours || !theirs || ours.error === null || theirs.error === null) return false;
    return ours.error < theirs.error && ours.spread < theirs.spread;
  };
  const count = own.filter(better).length;
  return {
    holds: better(pooled),
    text: `equal odds are nearer and attainment closer together than by ${rule}: in ${count} of ${own.length} companies`,
  };
}

/**
 * Of all rules' odds together, as those of one rule that are all alike have no slope; less those of
 * quotas really set, whose author knew of each rep what the records don't tell: a quota that is
 * high because the rep is good is attained more often than its size says.
 */
function slopeVerdict(rows: readonly BacktestRow[]): Verdict {
  const score = slopeOf(rows.filter(({ rule }) => rule !== "set"));
  const slope = score?.slope ?? Number.NaN;
  return {
    holds: slope >= slopes[0] && slope <= slopes[1],
    text: `odds of attaining have a slope of ${slopes.join(" to ")}: ${slopeText(score)}`,
  };
}

const slopeOf = (rows: readonly BacktestRow[]): BacktestScore | undefined =>
  scoreBacktest(rows.map((row) => ({ ...row, rule: "even" as const })))[0];

const slopeText = (score: BacktestScore | undefined) =>
  `${score?.slope?.toFixed(3)} (${score?.slopeLower?.toFixed(3)} to ${score?.slopeUpper?.toFixed(3)} as if reps were alone)`;

const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

const line = ({ rule, quotas, error, spread, shareAtQuota, expectedShare }: BacktestScore) =>
  `  ${rule.padEnd(12)}${String(quotas).padStart(6)} quotas, off by ${percent(error ?? Number.NaN)}, quartiles of attainment ${percent(spread)} apart, at quota ${percent(shareAtQuota)} (said ${percent(expectedShare)})`;
