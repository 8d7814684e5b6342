import { isCount } from "../../src/compensation/credit/measure.js";
import { type DealShare, leadOf, type ModelBasis } from "../../src/compensation/modelling/basis.js";
import type { Chance } from "../../src/compensation/modelling/chance.js";
import type { PlanTerms } from "../../src/compensation/plan/terms.js";
import { parsePlan } from "../../src/scenario/plan-text.js";
import { normalQuantile } from "../../src/statistics/normal.js";
import type { Draft, Origin, PublishedPlan, PublishedPlans } from "./draft.js";

/** What the page knows beside the draft. */
export interface Known extends PublishedPlans {
  readonly currency: string;
  readonly currency_digits: number;
}

/** What is taken where a setting says nothing. */
export const usual = { people: 10, spread: 1, shared: 0.1 } as const;
/** Pay and quota of a plan that is told without money; pay is then told as a share of it. */
const whole = { pay: 100_000_000, quota: 1_000_000_000, units: 100_000_000 } as const;
const usualMean = 0.95;
const usualSpread = 0.3;

/** @throws InputErrors with every mistake of the plan */
export const termsOf = ({ currency, fiscal_start_month }: Known, text: string, name: string) =>
  parsePlan(text, `${name}.yaml`, { currency, fiscalYearStarts: fiscal_start_month });

/** The text of the plan that a draft is held against. */
export function baseText({ plans, templates }: Known, origin: Origin): string {
  if (origin.kind === "file") return origin.text;
  const list = origin.kind === "plan" ? plans : templates;
  return list.find(({ name }) => name === origin.name)?.text ?? "";
}

/** The published plan that a draft starts from, or one of the name of the file's. */
export function publishedFor(
  { plans }: Known,
  origin: Origin,
  terms: Pick<PlanTerms, "name">,
): PublishedPlan | null {
  const name = origin.kind === "file" ? terms.name : origin.kind === "plan" ? origin.name : null;
  return plans.find((plan) => plan.name === name) ?? null;
}

/** What a plan is priced on: the setting's figures, else what is published, else plain ones. */
export function basisOf(
  { currency_digits }: Known,
  { setting }: Draft,
  terms: PlanTerms,
  published: PublishedPlan | null,
): ModelBasis {
  const units = 10 ** currency_digits;
  const isCounted = isCount(leadOf(terms).measure);
  const quota =
    setting.quota === undefined
      ? isCounted
        ? whole.units
        : whole.quota
      : Math.round(setting.quota * (isCounted ? 100 : units));
  return {
    variablePay:
      setting.variable_pay === undefined ? whole.pay : Math.round(setting.variable_pay * units),
    quota,
    dealCents:
      setting.deal_size === undefined
        ? isCounted
          ? 100
          : Math.max(1, Math.round(quota / 20))
        : Math.round(setting.deal_size * units),
    season: published?.season.length ? published.season : Array.from({ length: 12 }, () => 1),
    mix: published?.mix.length ? published.mix : namedDeals(terms),
  };
}

/** Every type and product that a plan names, in equal parts; where it names none, deals of no kind. */
function namedDeals({ components }: PlanTerms): DealShare[] {
  const all = components.map(({ where }) => where);
  const types = [...new Set(all.flatMap((where) => where.types ?? []))];
  const products = [...new Set(all.flatMap((where) => where.products ?? []))];
  return (types.length > 0 ? types : [null]).flatMap((type) =>
    (products.length > 0 ? products : [null]).map((product) => ({ type, product, share: 1 })),
  );
}

export function chanceOf(
  { plans }: Known,
  { setting }: Draft,
  published: PublishedPlan | null,
): Chance {
  const pooled = plans.flatMap(({ attainments }) => attainments);
  const own = published?.attainments ?? pooled;
  return {
    attainments: own.length > 0 ? own : plainAttainments,
    mean: setting.mean ?? null,
    spread: setting.spread ?? usual.spread,
    shared: setting.shared ?? usual.shared,
    people: peopleIn(setting, published),
  };
}

/** How many people are modelled. */
export const peopleIn = ({ people }: Draft["setting"], published: PublishedPlan | null): number =>
  Math.round(people ?? published?.people ?? usual.people);

/** Of a normal curve, where nobody's attainment is known. */
const plainAttainments = Array.from({ length: 40 }, (_, k) =>
  Math.max(0, usualMean + usualSpread * normalQuantile((k + 0.5) / 40)),
);
