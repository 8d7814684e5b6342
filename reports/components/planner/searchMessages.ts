import type { BalanceResult } from "../../src/territory/balance.js";
import type { BalanceProblem } from "../../src/territory/problem.js";

/** What a page asks of the worker that looks for moves of accounts. */
export interface SearchRequest {
  readonly problem: BalanceProblem;
  readonly iterations: number;
}

/** What the worker tells: how much is done, 0 to 1, then the result or what went wrong. */
export type SearchReply =
  | { readonly done: number }
  | { readonly result: BalanceResult }
  | { readonly wrong: string };
