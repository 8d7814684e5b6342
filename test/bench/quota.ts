import { backtest } from "../../src/quota/backtest.ts";
import { basisAt } from "../../src/quota/basis.ts";
import { nothingLearned, uncertaintyOf } from "../../src/quota/lessons.ts";
import type { PastPeriod } from "../../src/quota/past-period.ts";
import { productionModel } from "../../src/quota/production-model.ts";
import { recommendQuotas } from "../../src/quota/recommend.ts";
import { candidatesOf, type YearSeller } from "../../src/quota/sales-year.ts";
import { salesForce } from "../quota/sales-force.ts";

// npm run bench:quota: how long quotas of a large sales force take to recommend and to back-test

const [reps, months, periods] = [2000, 60, 8];
const limits = { recommend: 10, backtest: 120 };

const force = salesForce({ count: reps, months });

function timed(name: string, limit: number, work: () => void): void {
  const started = performance.now();
  work();
  const seconds = (performance.now() - started) / 1000;
  const holds = seconds < limit;
  if (!holds) process.exitCode = 1;
  console.log(`${holds ? "holds" : "FAILS"}  ${name}: ${seconds.toFixed(1)} s (limit ${limit})`);
}

function recommend(): void {
  const model = productionModel(force, months);
  if (!model) throw new Error("no model");
  const sellers = force.sellers.map((seller): YearSeller => {
    const { mean, variance } = model.ratioOf(seller);
    return {
      repId: seller.repId,
      role: seller.role,
      teamId: "team",
      regionId: "region",
      service: seller.hired === null ? null : months - seller.hired,
      from: 0,
      to: 12,
      full: Array.from({ length: 12 }, (_, k) => model.fullMonth(seller, months + k) * mean),
      ratioVariance: variance / mean ** 2,
      priorQuota: null,
      earnings: null,
      locked: null,
      basis: basisAt(seller, { month: months, length: 12 }),
    };
  });
  const uncertainty = uncertaintyOf(nothingLearned, model.heterogeneity.dispersion);
  const year = { sellers, ramps: model.ramps, uncertainty, quarterUncertainty: uncertainty };
  const free = { leastChange: null, mostChange: null, leastToEarnings: null, mostToEarnings: null };
  recommendQuotas(candidatesOf(year), {
    total: 150_000_000_000,
    guardrails: free,
    unit: 100_000,
    currencyDigits: 2,
  });
}

const quotas = new Map(force.sellers.map(({ repId }) => [repId, 18_000_000]));
const past = Array.from({ length: periods }, (_, k): PastPeriod => {
  const month = months - 3 * (periods - k);
  return { period: "quarter", periodStart: String(month), month, length: 3, quotas };
});

timed(`${reps} reps: recommendation`, limits.recommend, recommend);
timed(`${reps} reps: back-test of ${periods} periods`, limits.backtest, () => {
  backtest(force, past);
});
