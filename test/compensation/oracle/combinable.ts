import type { AnyComponent } from "./any-component.ts";

// what a component may not say at once is taken out of what is drawn

/** A component of which nothing is refused, but for a quota that is missing. */
export const combinable = ({ level, ...drawn }: AnyComponent): Combinable =>
  level === undefined ? ofCredits(drawn) : ofLevel(ofCredits(drawn), level);

export type Combinable = ReturnType<typeof ofCredits>;
type OfCredits = Omit<AnyComponent, "level">;

/** What a sum of credits is priced by is taken out of a component that measures a level. */
const ofLevel = (component: Combinable, level: NonNullable<AnyComponent["level"]>): Combinable => ({
  ...component,
  measure: "kpi:score",
  quota: level,
  where: undefined,
  weights: undefined,
  less_share_of_amount: undefined,
  pool: undefined,
  budget: undefined,
  paid: undefined,
  target_pay: component.target_share === undefined ? 12_000 : undefined,
  rate: ofTarget(component.rate),
});

/** A rule whose rates are all of target pay. */
function ofTarget(rate: AnyComponent["rate"]): AnyComponent["rate"] {
  const { rule } = rate;
  if (rule === "curve") return rate;
  if (!Array.isArray(rate.tiers)) {
    const { threshold, bounds } = rate;
    return { rule, rate: "target", ...(rule === "cliff" ? { threshold, bounds } : {}) };
  }
  const tiers = rate.tiers.map(({ from }, at) => ({ from, times: 0.5 + at / 4 }));
  return { ...rate, tiers, base_rate: undefined };
}

function ofCredits({ spiff, ...drawn }: OfCredits) {
  const { rate, caps, target_share, target_pay, where } = drawn;
  const isTeam = rate.reached_by === "team";
  const pool = isTeam ? undefined : drawn.pool;
  const budget = pool ? undefined : budgetOf(drawn);
  const isShared = pool !== undefined || budget?.use === "pro_rata";
  const paid = isShared ? {} : { paid: drawn.paid, hold_days: drawn.hold_days };
  const mayRecompute = !isTeam && budget?.use !== "first_come" && !paid.paid && !paid.hold_days;
  const isVariable = target_share !== undefined && !pool;
  return {
    ...drawn,
    ...paid,
    ...(isShared ? { paid: undefined, hold_days: undefined } : {}),
    pool,
    budget,
    where: budget ? { ...where, ...spiff } : where,
    caps: caps && capsOf(caps, { rate, isFirstCome: budget?.use === "first_come" }),
    threshold: budget?.use === "first_come" ? undefined : drawn.threshold,
    target_share: isVariable ? target_share : undefined,
    target_pay: isVariable ? undefined : target_pay,
    reversal: mayRecompute ? drawn.reversal : ofOriginalLine(drawn.reversal),
    rates_above_one: true,
  };
}

type Caps = NonNullable<AnyComponent["caps"]>;

/** A team's tiers have no cap of attainment, tiers that price anew none of a deal, a first-come budget none of periods. */
function capsOf(
  { line, period, year, attainment }: Caps,
  { rate, isFirstCome }: { rate: AnyComponent["rate"]; isFirstCome: boolean },
): Caps {
  const ofPeriods = isFirstCome ? { period: undefined, year: undefined } : { period, year };
  return {
    line: isRepriced(rate) ? undefined : line,
    attainment: rate.reached_by === "team" ? undefined : attainment,
    ...ofPeriods,
  };
}

/** First come can't pay what changes later. */
function budgetOf({ budget, rate }: Pick<AnyComponent, "budget" | "rate">) {
  if (budget === undefined) return undefined;
  const isLump = Array.isArray(rate.points) && rate.points[0].pays > 0;
  return isRepriced(rate) || isLump ? { ...budget, use: "pro_rata" } : budget;
}

const isRepriced = ({ rule }: AnyComponent["rate"]) => ["slab", "overage", "cliff"].includes(rule);

const ofOriginalLine = (reversal: AnyComponent["reversal"]) =>
  typeof reversal === "object" ? { ...reversal, returns: undefined } : undefined;

export const isFirstCome = (component: Combinable | undefined) =>
  component?.budget?.use === "first_come";

/** A quota from outside, where one is needed and none is had. */
export function withQuota(component: Combinable, isSeen: boolean): Combinable {
  const { rate, caps, threshold, quota } = component;
  const needs =
    isSeen ||
    threshold !== undefined ||
    caps?.attainment !== undefined ||
    ["overage", "curve"].includes(rate.rule) ||
    rate.bounds === "attainment" ||
    // of target pay
    /"(target|times)"/.test(JSON.stringify(rate));
  return quota === "none" && needs ? { ...component, quota: undefined } : component;
}
