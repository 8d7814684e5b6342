import type Fraction from "fraction.js";
import type { Standing } from "../pay/standing.ts";
import type { ComponentTerms, PlanTerms } from "../plan/terms.ts";
import type { Bounds } from "../rate/rule.ts";

/** How far each component is when the leading one is at 100 %. */
export interface Reach {
  /** A share of its quota; null where it has none. */
  readonly attainment: number | null;
  /** Its credit. */
  readonly credit: number;
}

/** Of standings of one person, by component's name. */
export function reachesOf(standings: readonly Standing[]): ReadonlyMap<string, Reach> {
  const sums = new Map<string, { credit: number; quota: number }>();
  for (const { component, credit, quota } of standings) {
    const own = sums.get(component) ?? { credit: 0, quota: 0 };
    sums.set(component, { credit: own.credit + credit, quota: own.quota + (quota ?? 0) });
  }
  return new Map(
    [...sums].map(([name, { credit, quota }]) => [
      name,
      { attainment: quota > 0 ? credit / quota : null, credit },
    ]),
  );
}

/** The attainments at which pay may jump or change its course: bounds of tiers, gates and caps. */
export function edgesOf(plan: PlanTerms, reaches: ReadonlyMap<string, Reach>): number[] {
  const edges = plan.components.flatMap((component) => edgesOfComponent(component, reaches));
  return edges.filter((edge) => Number.isFinite(edge) && edge > 0);
}

function edgesOfComponent(
  { name, rule, caps, gates, multipliers }: ComponentTerms,
  reaches: ReadonlyMap<string, Reach>,
): number[] {
  const at = (bound: Fraction, component: string, bounds: Bounds = "attainment") => {
    const reach = reaches.get(component);
    const whole = bounds === "attainment" ? reach?.attainment : reach?.credit;
    return bound.valueOf() / (whole ?? 0);
  };
  return [
    ...boundsIn(rule).map(({ bound, bounds }) => at(bound, name, bounds)),
    ...(caps.attainment === null ? [] : [at(caps.attainment, name)]),
    ...gates.map(({ component, atLeast }) => at(atLeast, component)),
    ...multipliers.flatMap(({ component, tiers }) => tiers.map(({ from }) => at(from, component))),
  ];
}

function boundsIn(rule: ComponentTerms["rule"]) {
  const bounds: Bounds = "bounds" in rule ? rule.bounds : "attainment";
  if ("tiers" in rule) return rule.tiers.map(({ from }) => ({ bound: from, bounds }));
  if (rule.rule === "cliff") return [{ bound: rule.threshold, bounds }];
  return rule.rule === "curve" ? rule.points.map(({ at }) => ({ bound: at, bounds })) : [];
}
