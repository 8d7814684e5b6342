import type { Measure } from "../credit/measure.ts";
import type { ComponentTerms, PlanTerms } from "../plan/terms.ts";

/** Why a person's own credits don't tell what a component pays for one more deal. */
export type Beyond =
  /** It is a team's, and shared. */
  | "pool"
  /** The credit of all of a team chooses the tier. */
  | "team_tier"
  /** It pays on what others are paid. */
  | "commission"
  /** It looks at another measure than what deals are worth and how many they are. */
  | "measure"
  /** It looks at a component of which one can't tell. */
  | "component";

export interface BeyondOwn {
  readonly component: string;
  readonly why: Beyond;
}

/** A plan with the components that a person's own credits tell of, and why not of the others. */
export interface ReckonedPlan {
  readonly plan: PlanTerms;
  readonly beyond: readonly BeyondOwn[];
}

/**
 * What of a plan can be reckoned from a person's own credits. Budgets that others spend too are left
 * out: what the component pays holds for as long as they last.
 */
export function reckoned(plan: PlanTerms): ReckonedPlan {
  const beyond = new Map<string, Beyond>();
  for (const component of plan.components) {
    const why = beyondOf(component);
    if (why !== null) beyond.set(component.name, why);
  }
  for (let before = -1; before < beyond.size; ) {
    before = beyond.size;
    for (const { name, gates, multipliers } of plan.components) {
      const looksAt = [...gates, ...multipliers].map(({ component }) => component);
      const isBeyond = looksAt.some((one) => one !== name && beyond.has(one));
      if (isBeyond && !beyond.has(name)) beyond.set(name, "component");
    }
  }
  const components = plan.components.filter(({ name }) => !beyond.has(name));
  return {
    plan: { ...plan, components: components.map((one) => ({ ...one, budget: null })) },
    beyond: [...beyond].map(([component, why]) => ({ component, why })),
  };
}

function beyondOf({ measure, pool, rule }: ComponentTerms): Beyond | null {
  if (pool !== null) return "pool";
  if (rule.rule === "slab" && rule.reachedBy === "team") return "team_tier";
  if (measure === "commission") return "commission";
  return ofDeals.includes(measure) ? null : "measure";
}

/** What is known of a deal by its amount. */
const ofDeals: readonly Measure[] = ["bookings", "revenue", "cash", "units", "new_customers"];
