export interface WrittenTier {
  readonly from: number;
  readonly rate?: number;
  readonly times?: number;
  readonly per_unit?: number;
}

export interface WrittenPoint {
  readonly at: number;
  readonly pays: number;
}

export type RuleName = "flat" | "marginal" | "slab" | "overage" | "cliff" | "curve";

/** A rate rule as a file says it; which keys there are depends on the rule. */
export interface WrittenRate {
  readonly rule: RuleName;
  readonly tiers?: readonly WrittenTier[];
  readonly points?: readonly WrittenPoint[];
  readonly beyond?: "flat" | "extend";
  readonly threshold?: number;
  readonly rate?: number | "target";
  readonly times?: number;
  readonly per_unit?: number;
  readonly base_rate?: number | "target";
  readonly bounds?: "attainment" | "amount";
}

export interface WrittenComponent {
  readonly name: string;
  readonly measure?: string;
  readonly quota?: unknown;
  readonly rate: WrittenRate;
  readonly threshold?: number;
  readonly caps?: {
    readonly attainment?: number;
    readonly period?: number;
    readonly year?: number;
  };
  readonly gates?: readonly { readonly component: string; readonly at_least: number }[];
  readonly multipliers?: readonly { readonly by: string; readonly tiers: readonly WrittenTier[] }[];
}

/** Whether bounds of a component's rule are shares of its quota. */
export const isByAttainment = ({ rate, quota }: WrittenComponent): boolean =>
  rate.rule === "overage" ||
  rate.rule === "curve" ||
  (rate.bounds ?? (quota === "none" ? "amount" : "attainment")) === "attainment";
