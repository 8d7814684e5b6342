import type { AnyComponent } from "./any-component.ts";

// what a component may not say at once is taken out of what is drawn

/** A component of which nothing is refused, but for a quota that is missing. */
export function combinable({ spiff, ...drawn }: AnyComponent) {
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
    caps: isTeam && caps ? { ...caps, attainment: undefined } : caps,
    target_share: isVariable ? target_share : undefined,
    target_pay: isVariable ? undefined : target_pay,
    reversal: mayRecompute ? drawn.reversal : ofOriginalLine(drawn.reversal),
    rates_above_one: true,
  };
}

export type Combinable = ReturnType<typeof combinable>;

/** First come can't pay what changes later. */
function budgetOf({ budget, rate }: Pick<AnyComponent, "budget" | "rate">) {
  if (budget === undefined) return undefined;
  const isRepriced = ["slab", "overage", "cliff"].includes(rate.rule);
  const isLump = Array.isArray(rate.points) && rate.points[0].pays > 0;
  return isRepriced || isLump ? { ...budget, use: "pro_rata" } : budget;
}

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
