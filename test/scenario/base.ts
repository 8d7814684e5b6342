import { basisAt } from "../../src/quota/basis.ts";
import { nothingLearned, uncertaintyOf } from "../../src/quota/lessons.ts";
import { productionModel } from "../../src/quota/production-model.ts";
import type { PlanBase } from "../../src/scenario/base.ts";
import { salesForce } from "../quota/sales-force.ts";

const months = 48;

/** The plan of a sales force of four teams in two regions, five accounts each. */
export function planBase(count = 24): PlanBase {
  const force = salesForce({ count, months, seed: 9 });
  const model = productionModel(force, months);
  if (!model) throw new Error("no model");
  const { heterogeneity } = model;
  const uncertainty = uncertaintyOf(nothingLearned, heterogeneity.dispersion);
  const sellers = force.sellers.map((seller, at) => {
    const { mean, variance } = model.ratioOf(seller);
    return {
      repId: seller.repId,
      role: seller.role,
      teamId: `Team ${at % 4}`,
      regionId: at % 2 === 0 ? "North" : "South",
      service: months - seller.hired,
      from: 0,
      to: 12,
      full: Array.from({ length: 12 }, (_, k) => model.fullMonth(seller, months + k) * mean),
      ratioVariance: variance / mean ** 2,
      priorQuota: 60_000_000,
      earnings: 20_000_000,
      locked: null,
      basis: basisAt(seller, { month: months, length: 12 }),
    };
  });
  return {
    company: "Acme",
    currency: "USD",
    currencyDigits: 2,
    label: "FY28",
    yearStart: "2027-02-01",
    year: { sellers, ramps: model.ramps, uncertainty, quarterUncertainty: uncertainty },
    names: Object.fromEntries(sellers.map(({ repId }) => [repId, `Name of ${repId}`])),
    newcomers: [
      {
        role: "account_executive",
        full: Array.from({ length: 12 }, () => 5_000_000),
        ratioVariance: heterogeneity.between,
        earnings: 20_000_000,
      },
    ],
    accounts: sellers.flatMap(({ repId }) =>
      [0.4, 0.3, 0.15, 0.1, 0.05].map((share, k) => ({ accountId: `${repId}-${k}`, repId, share })),
    ),
    planned: null,
    forecast: Math.round(
      sellers.reduce((sum, { full }) => sum + full.reduce((a, b) => a + b, 0), 0),
    ),
    growth: 0.1,
    overAssignment: { region: 0, team: 0.02, rep: 0.03 },
    guardrails: {
      leastChange: null,
      mostChange: null,
      leastToEarnings: null,
      mostToEarnings: null,
    },
    unit: 100_000,
    aim: 0.65,
  };
}
