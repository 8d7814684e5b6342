import { InputError, nearest } from "../errors.ts";
import type { TerritoryPlanEntry } from "./territory-schema.ts";
import type { Path, YamlFile } from "./yaml.ts";

type Complain = (message: string, path: Path, remedy: string) => InputError;

/** An error for each way in which plans of territories don't make sense together. */
export function brokenTerritories(
  plans: readonly TerritoryPlanEntry[],
  yaml: YamlFile,
): InputError[] {
  const complain: Complain = (message, path, remedy) =>
    new InputError(message, { ...yaml.placeOf(path), remedy });
  return [
    ...repeatedPlans(plans, complain),
    ...plans.flatMap((plan, index) => {
      const inPlan: Complain = (message, path, remedy) =>
        complain(message, [index, ...path], remedy);
      return [
        ...repeatedNames(plan, inPlan),
        ...emptyRules(plan, inPlan),
        ...strayExceptions(plan, inPlan),
        ...turnedDates(plan, inPlan),
        ...repeatedAccounts(plan, inPlan),
      ];
    }),
  ];
}

function repeatedPlans(plans: readonly TerritoryPlanEntry[], complain: Complain): InputError[] {
  const keys = plans.map(({ effective_from, recorded_on = "" }) => effective_from + recorded_on);
  return keys.flatMap((key, index) => {
    if (keys.indexOf(key) === index) return [];
    const remedy = "Give the later one a recorded_on of its own, or remove one of them.";
    const from = plans[index]?.effective_from;
    return [complain(`duplicate plan: from ${from}`, [index, "effective_from"], remedy)];
  });
}

function repeatedNames({ territories }: TerritoryPlanEntry, complain: Complain): InputError[] {
  const names = territories.map(({ name }) => name);
  return names.flatMap((name, index) => {
    if (names.indexOf(name) === index) return [];
    const remedy = "Give each territory a name of its own, or put their rules together.";
    return [complain(`duplicate territory: "${name}"`, ["territories", index, "name"], remedy)];
  });
}

/** A rule that asks for nothing would have every account. */
function emptyRules({ territories }: TerritoryPlanEntry, complain: Complain): InputError[] {
  return territories.flatMap(({ name, rules }, territory) =>
    rules.flatMap((rule, index) => {
      const path = ["territories", territory, "rules", index];
      const { min_employees: least = 0, max_employees: most = Number.POSITIVE_INFINITY } =
        rule.size ?? {};
      if (least > most) {
        const remedy = `It asks for at least ${least} and at most ${most}: mend one of them.`;
        return [complain(`invalid size of "${name}": no number`, [...path, "size"], remedy)];
      }
      if (Object.values(rule).some((condition) => condition !== undefined)) return [];
      const remedy = "Give it a segment, industry, country, region, size, product or accounts.";
      return [complain(`empty rule of territory: "${name}"`, path, remedy)];
    }),
  );
}

function strayExceptions(plan: TerritoryPlanEntry, complain: Complain): InputError[] {
  const names = plan.territories.map(({ name }) => name);
  return plan.exceptions.flatMap(({ territory }, index) => {
    if (names.includes(territory)) return [];
    const meant = nearest(territory, names);
    const remedy = meant
      ? `Did you mean "${meant}"?`
      : `A territory is one of ${names.join(", ")}.`;
    const path = ["exceptions", index, "territory"];
    return [complain(`unknown territory: "${territory}"`, path, remedy)];
  });
}

function turnedDates(plan: TerritoryPlanEntry, complain: Complain): InputError[] {
  return (["exceptions", "holdouts"] as const).flatMap((key) =>
    plan[key].flatMap(({ effective_from: from, until }, index) => {
      if (from === undefined || until === undefined || from <= until) return [];
      const remedy = `It begins on ${from}: let it last until that day or a later one.`;
      return [complain(`invalid until: ${until}`, [key, index, "until"], remedy)];
    }),
  );
}

/** Of two holdouts of an account, or two exceptions at a time, nobody knows which one counts. */
function repeatedAccounts(plan: TerritoryPlanEntry, complain: Complain): InputError[] {
  return (["exceptions", "holdouts"] as const).flatMap((key) =>
    plan[key].flatMap((one, index) => {
      const earlier = plan[key].slice(0, index).find((other) => isAtOnce(one, other));
      if (!earlier) return [];
      const remedy = "Keep one of them, or give them days that don't overlap.";
      return [complain(`duplicate account: "${one.account}"`, [key, index, "account"], remedy)];
    }),
  );
}

interface Dated {
  readonly account: string;
  readonly effective_from?: string | undefined;
  readonly until?: string | undefined;
}

const isAtOnce = (one: Dated, other: Dated) =>
  one.account === other.account &&
  (one.effective_from ?? "") <= (other.until ?? "9999") &&
  (other.effective_from ?? "") <= (one.until ?? "9999");
