import type { ComponentTerms } from "../../src/compensation/plan/terms.ts";
import type { Reckoned } from "./line-words.ts";
import { exactMoney } from "./words.ts";

/**
 * By what a component bounds or shares out pay: its caps, its budget, its team's pool; null for a line that
 * is of none of them.
 */
export function boundWords(line: Reckoned, component: ComponentTerms | null): string | null {
  if (component === null) return null;
  const money = (cents: number) => exactMoney(cents, line.currency);
  if (line.cause === "capped") return capWords(component, money);
  if (line.cause === "budget") return budgetWords(component, money);
  if (line.cause === "pool") return poolWords(component, money(line.base_cents));
  return null;
}

type Money = (cents: number) => string;

function capWords({ caps }: ComponentTerms, money: Money): string | null {
  const bounds = [
    [caps.line, "a deal"],
    [caps.period, "a pay period"],
    [caps.year, "a year"],
  ] as const;
  const told = bounds.flatMap(([cents, of]) => (cents === null ? [] : `${money(cents)} ${of}`));
  return told.length === 0 ? null : `at most ${told.join(", ")}`;
}

function budgetWords({ budget }: ComponentTerms, money: Money): string | null {
  if (budget === null) return null;
  if (budget.use === "first_come") return `${money(budget.cents)} in all, for who comes first`;
  return `${money(budget.cents)} in all, shared by what everybody earned when it ends`;
}

function poolWords({ pool }: ComponentTerms, cents: string): string | null {
  if (pool === null) return null;
  if (pool.shareBy === "even") return `of the month's ${cents}, by days worked in the team`;
  const by = pool.shareBy === "credit" ? "credit" : "what else its members earned";
  return `of ${cents} to date, by ${by}; less what was shared before`;
}
