import { formatCount } from "../format.ts";
import type { Rule, TerritoryAccount } from "./plan.ts";

/** The conditions of a rule that name values, and what an account has of each. */
export const namedConditions = {
  segment: ({ segment }: TerritoryAccount) => [segment],
  industry: ({ industry }: TerritoryAccount) => [industry],
  country: ({ country }: TerritoryAccount) => [country],
  region: ({ region }: TerritoryAccount) => [region],
  product: ({ products }: TerritoryAccount) => products,
} as const satisfies Record<string, (account: TerritoryAccount) => readonly (string | null)[]>;

export type NamedCondition = keyof typeof namedConditions;

export const conditionNames = Object.keys(namedConditions) as readonly NamedCondition[];

/** How names are compared: whatever their case and the blanks about them. */
export const plain = (name: string) => name.trim().toLowerCase();

/**
 * Whether an account meets every condition of a rule. An account of unknown size meets no size.
 *
 * @param named the ids of the accounts that the rule names
 */
export function meets(
  account: TerritoryAccount,
  rule: Rule,
  named: ReadonlySet<string> | null,
): boolean {
  return (
    (named === null || named.has(account.id)) &&
    hasSize(account, rule) &&
    conditionNames.every((condition) => holds(account, rule[condition], condition))
  );
}

function holds(
  account: TerritoryAccount,
  wanted: readonly string[] | null,
  condition: NamedCondition,
): boolean {
  if (wanted === null) return true;
  const known = wanted.map(plain);
  return namedConditions[condition](account).some(
    (value) => value !== null && known.includes(plain(value)),
  );
}

function hasSize(
  { employees }: TerritoryAccount,
  { minEmployees: least, maxEmployees: most }: Rule,
): boolean {
  if (least === null && most === null) return true;
  return employees !== null && employees >= (least ?? 0) && employees <= (most ?? employees);
}

/** A rule in words: "segment Enterprise, country US or CA, from 100 to 999 employees". */
export function ruleWords(rule: Rule): string {
  const named = conditionNames.map((condition) => {
    const wanted = rule[condition];
    return wanted === null ? null : `${condition} ${wanted.join(" or ")}`;
  });
  const parts = [...named, sizeWords(rule), rule.accounts === null ? null : "named account"];
  return parts.filter((part) => part !== null).join(", ");
}

function sizeWords({ minEmployees: least, maxEmployees: most }: Rule): string | null {
  if (least === null && most === null) return null;
  if (most === null) return `${formatCount(least ?? 0)} employees or more`;
  if (least === null) return `up to ${formatCount(most)} employees`;
  return `${formatCount(least)} to ${formatCount(most)} employees`;
}
