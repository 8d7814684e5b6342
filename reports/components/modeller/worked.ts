import type { ModelBasis } from "../../src/compensation/modelling/basis.js";
import { type Chance, drawYears } from "../../src/compensation/modelling/chance.js";
import { costOf } from "../../src/compensation/modelling/cost.js";
import { modelPlan } from "../../src/compensation/modelling/plan-model.js";
import { knownFigures, toldPlan } from "../../src/compensation/modelling/told-plan.js";
import { winnersOf } from "../../src/compensation/modelling/winners.js";
import type { PlanTerms } from "../../src/compensation/plan/terms.js";
import type { Draft, Measure, Modelled, PublishedPlan, Worked } from "./draft.js";
import {
  baseText,
  basisOf,
  chanceOf,
  type Known,
  peopleIn,
  publishedFor,
  termsOf,
} from "./known.js";

/**
 * Works a draft out beside the plan that it starts from, both on the same drawn years.
 *
 * @throws InputErrors with every mistake of the plan, InputError where it needs a figure that nothing gives
 */
export function workedOut(known: Known, draft: Draft): Worked {
  const terms = termsOf(known, draft.text, draft.name);
  const published = publishedFor(known, draft.origin, terms);
  const years = cachedYears(chanceOf(known, draft, published));
  const figures = knownFigures(terms, draft.setting);
  const { untold } = toldPlan(terms, figures);
  const modelled = (whole: PlanTerms, text: string) =>
    cached(`${text} ${JSON.stringify([draft.setting, ...figures, published?.name])}`, years, () => {
      const { terms: plan } = toldPlan(whole, figures);
      return modelOf(plan, basisOf(known, draft, plan, published), years);
    });
  const base = baseText(known, draft.origin);
  const after = modelled(terms, draft.text);
  const before = modelled(base === draft.text ? terms : termsOf(known, base, "before"), base);
  const isInMoney = figures.has("variable_pay");
  const { pay, cost } = measuresOf(draft, isInMoney, after, published);
  const { budget } = draft.setting;
  return {
    draft,
    before,
    after,
    winners: winnersOf(before.model, after.model, years),
    years,
    pay,
    cost,
    isQuotaKnown: figures.has("quota"),
    untold,
    budget:
      budget === undefined ? null : cost.isMoney ? budget * 10 ** known.currency_digits : budget,
  };
}

const modelOf = (terms: PlanTerms, basis: ModelBasis, years: readonly Float64Array[]): Modelled => {
  const model = modelPlan(terms, basis);
  return { terms, model, cost: costOf(model, years) };
};

/** Money where a person's pay is known, or none is asked for. */
function measuresOf(
  { setting, origin }: Draft,
  isInMoney: boolean,
  { model }: Modelled,
  published: PublishedPlan | null,
): { readonly pay: Measure; readonly cost: Measure } {
  const money = { isMoney: true, factor: 1 };
  if (isInMoney) return { pay: money, cost: money };
  const people = peopleIn(setting, published);
  const share = { isMoney: false, factor: 1 / model.target };
  if (published === null || origin.kind !== "plan")
    return { pay: share, cost: { isMoney: false, factor: 1 / (model.target * people) } };
  const factor = published.target_cents / published.people / model.target;
  return { pay: share, cost: { isMoney: true, factor } };
}

/** The last few models: undo and a comparison that stays ask for them again. */
const models = new Map<string, { readonly years: unknown; readonly modelled: Modelled }>();
const kept = 20;

function cached(key: string, years: unknown, make: () => Modelled): Modelled {
  const found = models.get(key);
  if (found !== undefined && found.years === years) return found.modelled;
  const modelled = make();
  models.delete(key);
  models.set(key, { years, modelled });
  const [oldest] = models.keys();
  if (models.size > kept && oldest !== undefined) models.delete(oldest);
  return modelled;
}

let drawn: { readonly key: string; readonly years: Float64Array[] } | null = null;

function cachedYears(chance: Chance): Float64Array[] {
  const key = JSON.stringify(chance);
  if (drawn?.key !== key) drawn = { key, years: drawYears(chance) };
  return drawn.years;
}
