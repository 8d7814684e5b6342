import type { DealShare } from "../../src/compensation/modelling/basis.js";
import type { PlanCost } from "../../src/compensation/modelling/cost.js";
import type { PlanModel } from "../../src/compensation/modelling/plan-model.js";
import type { Untold } from "../../src/compensation/modelling/told-plan.js";
import type { Winners } from "../../src/compensation/modelling/winners.js";
import type { PlanTerms } from "../../src/compensation/plan/terms.js";
import type { InputError } from "../../src/errors.js";

/** A plan of `modeller.json`: its shape, and what is known of those under it. */
export interface PublishedPlan {
  readonly name: string;
  readonly text: string;
  readonly left_out: readonly string[];
  readonly people: number;
  /** Target pay of a year of all of them, to two digits. */
  readonly target_cents: number;
  /** Of the last complete year, smallest first. */
  readonly attainments: readonly number[];
  readonly mix: readonly DealShare[];
  /** Twelve shares, or none. */
  readonly season: readonly number[];
}

/** What `modeller.json` holds. */
export interface PublishedPlans {
  readonly plans: readonly PublishedPlan[];
  readonly templates: readonly { readonly name: string; readonly text: string }[];
  readonly fiscal_start_month: number;
}

/** Where a draft starts from, and what it is held against. */
export type Origin =
  | { readonly kind: "plan" | "template"; readonly name: string }
  | { readonly kind: "file"; readonly text: string };

/** What the plan is modelled on; money in major units, what isn't said is as usual. */
export interface Setting {
  readonly people?: number;
  /** Of attainment. */
  readonly mean?: number;
  readonly spread?: number;
  readonly shared?: number;
  readonly variable_pay?: number;
  readonly quota?: number;
  readonly deal_size?: number;
  readonly budget?: number;
}

/** A plan as a file says it, and what it is modelled on. */
export interface Draft {
  /** Of the file that it downloads as. */
  readonly name: string;
  readonly origin: Origin;
  readonly text: string;
  readonly setting: Setting;
}

/** How an amount is told: in money, or as a share of target pay. */
export interface Measure {
  readonly isMoney: boolean;
  /** Of a minor unit as modelled: minor units, or a share. */
  readonly factor: number;
}

/** A plan, as far as it can be told, with what it pays and costs. */
export interface Modelled {
  readonly terms: PlanTerms;
  readonly model: PlanModel;
  readonly cost: PlanCost;
}

/** A draft worked out, beside the plan that it starts from. */
export interface Worked {
  readonly draft: Draft;
  readonly before: Modelled;
  readonly after: Modelled;
  readonly winners: Winners;
  readonly years: readonly Float64Array[];
  /** How pay of one person is told. */
  readonly pay: Measure;
  /** How cost of all of them is told. */
  readonly cost: Measure;
  /** Whether the quota is somebody's, and not one that pay is told as a share of. */
  readonly isQuotaKnown: boolean;
  /** Parts of the plan that no figure has in it, and why. */
  readonly untold: readonly Untold[];
  /** In the measure of cost. */
  readonly budget: number | null;
}

/** What the page shows. */
export interface ModellerState {
  readonly draft: Draft;
  /** While a point is dragged: not yet a step. */
  readonly isPassing: boolean;
  /** The draft, or the last that could be worked out. */
  readonly worked: Worked;
  /** Why the draft can't be worked out; empty where it can. */
  readonly problems: readonly InputError[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}
