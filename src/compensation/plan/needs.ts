import type { Rate, RateRule } from "../rate/rule.ts";
import type { ComponentTerms } from "./terms.ts";

type Attained = Pick<ComponentTerms, "name" | "rule" | "gates" | "multipliers" | "caps">;

/** Whether a component can't be priced without a quota, be it that others look at its attainment. */
export function needsQuota(component: Attained, all: readonly Attained[]): boolean {
  const { rule, caps, name } = component;
  const lookedAt = all
    .flatMap(({ gates, multipliers }) => [...gates, ...multipliers])
    .some((look) => look.component === name);
  return (
    lookedAt ||
    caps.attainment !== null ||
    needsTarget(rule) ||
    rule.rule === "overage" ||
    ("bounds" in rule && rule.bounds === "attainment")
  );
}

/** Whether a rule pays shares of target pay. */
export function needsTarget(rule: RateRule): boolean {
  return rule.rule === "curve" || ratesOf(rule).some(({ of }) => of === "target");
}

export function ratesOf(rule: RateRule): readonly Rate[] {
  if (rule.rule === "curve") return [];
  if (rule.rule === "flat") return [rule.rate, ...rule.exceptions.map(({ rate }) => rate)];
  return rule.rule === "cliff" ? [rule.rate] : rule.tiers.map(({ rate }) => rate);
}
