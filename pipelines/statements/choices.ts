import type { Conditions } from "../../src/compensation/credit/conditions.ts";
import type { OwnPay } from "../../src/compensation/next-deal/own-pay.ts";

/** What of a deal a plan asks about, with the values that it or the person's credits name. */
export interface Choices {
  readonly types: readonly string[];
  readonly products: readonly string[];
  readonly roles: readonly string[];
}

/** Lists to choose from; empty where the plan doesn't ask. Blank stands for any other value. */
export function choicesOf({ plan, credits }: Pick<OwnPay, "plan" | "credits">): Choices {
  const conditions = plan.components.flatMap(({ where, weights, rule }): Conditions[] => [
    where,
    ...weights.map((weight) => weight.where),
    ...(rule.rule === "flat" ? rule.exceptions.map((exception) => exception.where) : []),
  ]);
  const named = (of: (where: Conditions) => readonly string[] | null) =>
    conditions.flatMap((where) => of(where) ?? []);
  const roles = new Set(plan.components.flatMap(({ credit }) => credit));
  if (roles.has("owner")) roles.delete("split");
  return {
    types: listed(
      named(({ types }) => types),
      credits.map(({ type }) => type),
    ),
    products: listed(
      named(({ products, notProducts }) => [...(products ?? []), ...(notProducts ?? [])]),
      credits.map(({ product }) => product),
    ),
    roles: [...roles],
  };
}

function listed(named: readonly string[], had: readonly (string | null)[]): string[] {
  if (named.length === 0) return [];
  const known = new Map(
    [...named, ...had].map((name) => [(name ?? "").trim().toLowerCase(), name]),
  );
  known.delete("");
  return [...[...known.values()].map((name) => name ?? "").sort(), ""];
}
