import { isCount } from "../credit/measure.ts";
import { isZero, zero } from "../exact.ts";
import { needsTarget, ratesOf } from "../plan/needs.ts";
import type { ComponentTerms, PlanTerms } from "../plan/terms.ts";
import { leadOf } from "./basis.ts";

/** A figure that a plan may leave open, and that amounts of money depend on. */
export type OpenFigure = "variable_pay" | "quota" | "deal_size";

/** A part of a plan that can't be told, since figures are open that it is of. */
export interface Untold {
  /** In words. */
  readonly what: string;
  /** Its name, where it is a component. */
  readonly component: string | null;
  readonly needs: readonly OpenFigure[];
}

/** A plan as far as it can be told. */
export interface ToldPlan {
  /** Without caps in money, and with components that pay nothing, where they can't be told. */
  readonly terms: PlanTerms;
  readonly untold: readonly Untold[];
}

/** The figures that a plan says, and those that are typed. */
export function knownFigures(
  plan: PlanTerms,
  typed: { readonly [figure in OpenFigure]?: number },
): ReadonlySet<OpenFigure> {
  const isPaySaid = plan.onTargetEarnings !== null && plan.variableShare !== null;
  const isPayAsked = plan.components.some(
    ({ target }) => target?.of === "variable_pay" && !isZero(target.share),
  );
  const isKnown: Readonly<Record<OpenFigure, boolean>> = {
    variable_pay: typed.variable_pay !== undefined || isPaySaid || !isPayAsked,
    quota: typed.quota !== undefined || Array.isArray(leadOf(plan).quota),
    deal_size: typed.deal_size !== undefined,
  };
  return new Set(figures.filter((figure) => isKnown[figure]));
}

const figures: readonly OpenFigure[] = ["variable_pay", "quota", "deal_size"];

/**
 * A plan without what would mix money with shares of target pay that nobody knows: rates of money, target
 * pay in money and bounds in amounts pay nothing, and caps in money and budgets are none, until all that
 * they need is known.
 */
export function toldPlan(plan: PlanTerms, known: ReadonlySet<OpenFigure>): ToldPlan {
  const lead = leadOf(plan);
  const stillOpen = (parts: readonly Untold[]) =>
    parts
      .map((part) => ({ ...part, needs: part.needs.filter((figure) => !known.has(figure)) }))
      .filter(({ needs }) => needs.length > 0);
  const silent = stillOpen(plan.components.map((component) => asPart(component, lead)));
  const names = silent.map(({ component }) => component);
  const rest = plan.components.filter(({ name }) => !names.includes(name));
  const terms = known.has("variable_pay") ? plan : { ...plan, caps: { period: null, year: null } };
  const components = plan.components.map((component) =>
    rest.includes(component) ? capped(component, known) : unpaid(component),
  );
  return {
    terms: { ...terms, components },
    untold: [...silent, ...stillOpen(capsOf(plan, rest))],
  };
}

const asPart = (component: ComponentTerms, lead: ComponentTerms): Untold => ({
  what: `“${component.name}”`,
  component: component.name,
  needs: needsOf(component, lead),
});

function capped(component: ComponentTerms, known: ReadonlySet<OpenFigure>): ComponentTerms {
  const { caps } = component;
  const line = lineNeeds.every((figure) => known.has(figure)) ? caps.line : null;
  if (known.has("variable_pay")) return { ...component, caps: { ...caps, line } };
  return { ...component, caps: { ...caps, line, period: null, year: null }, budget: null };
}

const capNeeds: readonly OpenFigure[] = ["variable_pay"];
const lineNeeds: readonly OpenFigure[] = ["variable_pay", "deal_size"];

/** @param components those that can be told otherwise */
function capsOf({ caps }: PlanTerms, components: readonly ComponentTerms[]): Untold[] {
  const isCapped = [caps, ...components.map((component) => component.caps)].some(
    ({ period, year }) => period !== null || year !== null,
  );
  const isLineCapped = components.some((component) => component.caps.line !== null);
  const isBudgeted = components.some(({ budget }) => budget !== null);
  return [
    ...(isCapped ? [{ what: "caps in money", component: null, needs: capNeeds }] : []),
    ...(isBudgeted ? [{ what: "budgets", component: null, needs: capNeeds }] : []),
    ...(isLineCapped ? [{ what: "the cap of a deal", component: null, needs: lineNeeds }] : []),
  ];
}

function needsOf(component: ComponentTerms, lead: ComponentTerms): OpenFigure[] {
  const { rule, target } = component;
  const isOfMoney = ratesOf(rule).some((rate) => rate.of === "amount" && !isZero(rate.rate));
  const isByAmount = "bounds" in rule && rule.bounds === "amount" && needsTarget(rule);
  const isInMoney = isOfMoney || (target?.of === "plan" && needsTarget(rule));
  return [
    ...(isInMoney ? (["variable_pay"] as const) : []),
    ...(isOfMoney || isByAmount ? (["quota"] as const) : []),
    ...(isOfMoney && isOfDeals(component, lead) ? (["deal_size"] as const) : []),
  ];
}

/** Whether what a component credits goes by how large deals are, and so how many. */
const isOfDeals = ({ measure, where }: ComponentTerms, lead: ComponentTerms): boolean =>
  isCount(measure) !== isCount(lead.measure) ||
  where.minCents !== null ||
  where.maxCents !== null ||
  where.first !== null;

/** Others still look at how far it has come. */
const unpaid = (component: ComponentTerms): ComponentTerms => ({
  ...component,
  target: component.target?.of === "plan" ? null : component.target,
  rule: { rule: "flat", rate: { of: "amount", rate: zero }, exceptions: [] },
  gates: [],
  multipliers: [],
  caps: { line: null, period: null, year: null, attainment: null },
  budget: null,
  pool: null,
});
