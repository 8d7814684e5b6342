import type { PlanBase } from "../../src/scenario/base.js";
import type { PayBase } from "../../src/scenario/pay/base.js";
import type { PayOf } from "../../src/scenario/pay/cost.js";
import type { ScenarioEntry } from "../../src/scenario/schema.js";

/** What pay is worked out from; told first, and whenever it changes. */
export interface PayBases {
  readonly base: PlanBase;
  readonly pay: PayBase;
}

/** Two scenarios whose pay is asked for. */
export interface PayQuestion {
  readonly now: ScenarioEntry;
  readonly against: ScenarioEntry;
}

/** What both cost, or why one can't be priced. */
export type PayReply =
  | { readonly now: readonly PayOf[]; readonly against: readonly PayOf[] }
  | { readonly wrong: string };
