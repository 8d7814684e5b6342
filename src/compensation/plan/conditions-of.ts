import type { Conditions } from "../credit/conditions.ts";
import type { ComponentTerms } from "./terms.ts";

/** Everything that a component asks of credits: of those that count, of weights and of exceptions. */
export const conditionsOf = ({ where, weights, rule }: ComponentTerms): Conditions[] => [
  where,
  ...weights.map((weight) => weight.where),
  ...(rule.rule === "flat" ? rule.exceptions.map((exception) => exception.where) : []),
];
