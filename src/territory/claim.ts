import { meets, ruleWords } from "./condition.ts";
import type { Assignment } from "./placement.ts";
import type { Rule, Territory, TerritoryAccount } from "./plan.ts";

/** A territory that claims an account, and the rule by which it does. */
export interface Claim {
  readonly territory: Territory;
  readonly rule: Rule;
}

/** An account that the rules of several territories claim. */
export interface Conflict {
  readonly accountId: string;
  /** In the plan's order; the first has the account. */
  readonly claims: readonly { readonly territory: string; readonly rule: string }[];
}

export type ClaimsOf = (account: TerritoryAccount) => readonly Claim[];

/** The territories that claim an account, each by the first of its rules that the account meets. */
export function claimer(
  territories: readonly Territory[],
  find: (name: string) => TerritoryAccount | undefined,
): ClaimsOf {
  const rules = territories.map((territory) => ({
    territory,
    rules: territory.rules.map((rule) => ({
      rule,
      named: rule.accounts && new Set(rule.accounts.map((name) => find(name)?.id ?? "")),
    })),
  }));
  return (account) =>
    rules.flatMap(({ territory, rules: own }) => {
      const met = own.find(({ rule, named }) => meets(account, rule, named));
      return met ? [{ territory, rule: met.rule }] : [];
    });
}

/** A holdout or an exception settles whose an account is; rules that overlap don't. */
export function conflictOf({ accountId, by }: Assignment, claims: readonly Claim[]): Conflict[] {
  if (by !== "rule" || claims.length < 2) return [];
  return [
    {
      accountId,
      claims: claims.map(({ territory, rule }) => ({
        territory: territory.name,
        rule: ruleWords(rule),
      })),
    },
  ];
}
