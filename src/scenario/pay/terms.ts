import { addMonths, type PlainDate } from "../../calendar.ts";
import { isOfUnits } from "../../compensation/credit/measure.ts";
import { exact } from "../../compensation/exact.ts";
import type { PlanTerms } from "../../compensation/plan/terms.ts";
import { InputError, InputErrors, nearest } from "../../errors.ts";
import type { Path } from "../../workspace/yaml.ts";
import type { ScenarioPart } from "../part.ts";
import { planFrom } from "../plan-text.ts";
import type { ScenarioEntry } from "../schema.ts";
import type { PaidPlan, PayBase } from "./base.ts";
import { componentNames, overridden } from "./override.ts";

interface PlannedYear {
  readonly scenario: ScenarioEntry;
  /** It and all that it extends, as they are written. */
  readonly parts: readonly ScenarioPart[];
  readonly yearStart: PlainDate;
  /** The company's planned target over its quota of this year. */
  readonly growth: number;
}

/**
 * The compensation plans of the planned year by name: those of today, with what a scenario says of
 * them. One that ends before the year does is taken to go on, and quotas of money that it writes for
 * whoever is paid on a group grow as the company's target does, unless the scenario writes them.
 *
 * @throws InputErrors for plans and components that aren't there, and for what a plan can't say
 */
export function plannedTerms(
  pay: PayBase,
  { scenario, parts, yearStart, growth }: PlannedYear,
): Map<string, PlanTerms> {
  const unknown = unknownNames(pay, parts);
  if (unknown.length > 0) throw new InputErrors(unknown);
  return new Map(
    pay.plans.map((plan) => {
      const terms = ofYear(termsOf(plan, pay, scenario, parts), yearStart);
      return [plan.name, isOfGroups(plan, pay) ? grown(terms, scenario, growth) : terms];
    }),
  );
}

const isOfGroups = ({ name }: PaidPlan, { people }: PayBase) =>
  people.every(({ plan, follows }) => plan !== name || follows.level !== "rep");

function grown(terms: PlanTerms, { pay = {} }: ScenarioEntry, growth: number): PlanTerms {
  const said = pay[terms.name]?.components ?? {};
  const components = terms.components.map((component) => {
    const { quota, measure, name } = component;
    const isWritten = typeof quota === "object" && quota !== null;
    if (!isWritten || isOfUnits(measure) || said[name]?.quota !== undefined) return component;
    return {
      ...component,
      quota: quota.map(({ from, value }) => ({
        from,
        value: exact(Math.round(value.valueOf() * growth)),
      })),
    };
  });
  return { ...terms, components };
}

function termsOf(
  { name, written }: PaidPlan,
  { defaults }: PayBase,
  { pay = {} }: ScenarioEntry,
  parts: readonly ScenarioPart[],
): PlanTerms {
  const part = parts.find(({ entry }) => entry.pay?.[name] !== undefined);
  const names = componentNames(written);
  const placeOf = (path: Path) => part?.placeOf(["pay", name, ...byName(path, names)]) ?? {};
  const value = overridden(written, pay[name] ?? {});
  return planFrom({ value, placeOf, characterAt: placeOf }, defaults);
}

/** A path into a plan as a scenario writes it: components stand by their names. */
const byName = ([key, at, ...rest]: Path, names: readonly string[]): Path =>
  key === "components" && typeof at === "number"
    ? [key, names[at] ?? at, ...rest]
    : [...(key === undefined ? [] : [key]), ...(at === undefined ? [] : [at]), ...rest];

function ofYear(terms: PlanTerms, yearStart: PlainDate): PlanTerms {
  const { effectiveFrom, effectiveUntil } = terms;
  const next = addMonths(yearStart, 12);
  const covers = effectiveFrom <= yearStart && (effectiveUntil === null || effectiveUntil >= next);
  return covers ? terms : { ...terms, effectiveFrom: yearStart, effectiveUntil: null };
}

function unknownNames({ plans }: PayBase, parts: readonly ScenarioPart[]): InputError[] {
  const components = new Map(plans.map(({ name, written }) => [name, componentNames(written)]));
  return parts.flatMap(({ entry: { pay = {} }, placeOf }) =>
    Object.entries(pay).flatMap(([plan, { components: changed = {} }]) => {
      const known = components.get(plan);
      if (known === undefined)
        return [unknown("compensation plan", plan, [...components.keys()], placeOf(["pay", plan]))];
      return Object.keys(changed as object)
        .filter((name) => !known.includes(name))
        .map((name) =>
          unknown("component", name, known, placeOf(["pay", plan, "components", name])),
        );
    }),
  );
}

function unknown(
  what: string,
  name: string,
  known: readonly string[],
  place: ReturnType<ScenarioPart["placeOf"]>,
): InputError {
  const near = nearest(name, known);
  const list = known.length === 0 ? "There is none." : `One is ${known.slice(0, 8).join(", ")}.`;
  return new InputError(`unknown ${what}: ${name}`, {
    ...place,
    remedy: near ? `Did you mean "${near}"?` : list,
  });
}
