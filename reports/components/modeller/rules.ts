import type { RuleName, WrittenPoint, WrittenRate, WrittenTier } from "./component.js";

/** Rate rules as a reader chooses them. */
export const ruleNames: Readonly<Record<RuleName, string>> = {
  flat: "one rate for all",
  marginal: "each tier its own rate",
  slab: "tier reached, for all",
  overage: "tier reached, beyond quota",
  cliff: "nothing until a threshold",
  curve: "payout curve",
};

const hundredth = (value: number) => Math.round(value * 100) / 100;

/** A rate under another rule, as near to it as that can be; shares of target pay. */
export function asRule(rate: WrittenRate, rule: RuleName): WrittenRate {
  if (rate.rule === rule) return rate;
  const tiers = tiersOf(rate);
  const [first] = tiers;
  switch (rule) {
    case "flat":
      return { rule, ...flatOf(first) };
    case "cliff":
      return { rule, threshold: tiers[1]?.from ?? 0.5, rate: first?.rate ?? "target" };
    case "curve":
      return { rule, points: pointsOf(tiers), beyond: "flat" };
    default:
      return { rule, tiers, ...basesOf(rate) };
  }
}

const basesOf = ({ base_rate, bounds }: WrittenRate): Partial<WrittenRate> => ({
  ...(base_rate === undefined ? {} : { base_rate }),
  ...(bounds === undefined ? {} : { bounds }),
});

function flatOf(tier: WrittenTier | undefined): Partial<WrittenRate> {
  if (tier?.rate !== undefined) return { rate: tier.rate };
  if (tier?.per_unit !== undefined) return { per_unit: tier.per_unit };
  return { rate: "target", times: tier?.times ?? 1 };
}

function tiersOf(rate: WrittenRate): readonly WrittenTier[] {
  if (rate.tiers) return rate.tiers;
  if (rate.points) return slopesOf(rate.points);
  const own = paying(rate);
  if (rate.rule !== "cliff") return [{ from: 0, ...own }];
  return [
    { from: 0, times: 0 },
    { from: rate.threshold ?? 0.5, times: 1 },
  ];
}

const paying = ({ rate, times, per_unit }: WrittenRate): Partial<WrittenTier> => {
  if (per_unit !== undefined) return { per_unit };
  return rate === "target" || rate === undefined ? { times: times ?? 1 } : { rate };
};

const slopesOf = (points: readonly WrittenPoint[]): WrittenTier[] =>
  points.slice(0, -1).map(({ at, pays }, index) => {
    const next = points[index + 1];
    const slope = next ? (next.pays - pays) / (next.at - at) : 0;
    return { from: index === 0 ? 0 : at, times: hundredth(slope) };
  });

/** The corners of marginal tiers, up to 50 % of quota beyond the last. */
function pointsOf(tiers: readonly WrittenTier[]): WrittenPoint[] {
  const last = Math.max(1, tiers.at(-1)?.from ?? 1) + 0.5;
  const ends = [...tiers.map(({ from }) => from), last];
  let pays = 0;
  return ends.map((at, index) => {
    const before = tiers[index - 1];
    if (before) pays += (before.times ?? 1) * (at - before.from);
    return { at, pays: hundredth(pays) };
  });
}

/** A further tier beyond the last one, half as much again. */
export function accelerated({ tiers }: Pick<WrittenRate, "tiers">): WrittenTier {
  const last = tiers?.at(-1) ?? { from: 1, times: 1 };
  const from = hundredth(last.from < 1 ? 1 : last.from + 0.2);
  if (last.rate !== undefined) return { from, rate: Number((last.rate * 1.5).toPrecision(6)) };
  if (last.per_unit !== undefined) return { from, per_unit: last.per_unit * 1.5 };
  return { from, times: hundredth((last.times ?? 1) + 0.5) };
}
