import type { PaidPlan } from "../../src/scenario/pay/base.js";
import { type Path, valueAt } from "./payPath.js";

/** A number of a compensation plan that a planner may change. */
export interface PayParameter {
  readonly label: string;
  /** Null for what is of the plan as a whole. */
  readonly component: string | null;
  readonly path: Path;
  /** As the plan has it; null where it says nothing. */
  readonly usual: number | null;
  readonly unit: string;
  readonly max: number;
}

/** The numbers of a plan that lead what it costs: earnings, shares, thresholds, caps and tiers. */
export function parametersOf({ written }: PaidPlan): PayParameter[] {
  const plan = written as Written;
  const of = (label: string, path: Path, unit: string, max: number) =>
    parameter(label, null, path, plan, unit, max);
  return [
    of("On-target earnings, where not the roster’s", ["on_target_earnings"], "", 1e9),
    of("Share of them that varies", ["variable_share"], "%", 1),
    ...(plan.components ?? []).flatMap(componentParameters),
  ];
}

export interface Written {
  readonly components?: readonly WrittenComponent[];
}

interface WrittenComponent {
  readonly name: string;
  readonly target_share?: number;
  readonly rate?: {
    readonly rule?: string;
    readonly tiers?: readonly object[];
    readonly rate?: unknown;
  };
}

function componentParameters(component: WrittenComponent): PayParameter[] {
  const { name, rate = {}, target_share } = component;
  const of = (label: string, path: Path, unit: string, max: number) =>
    parameter(label, name, path, component, unit, max);
  const tiers = (rate.tiers ?? []).flatMap((tier, at) =>
    Object.keys(tier).map((key) =>
      of(
        `Tier ${at + 1}, ${tierKeys[key] ?? key}`,
        ["rate", "tiers", at, key],
        key === "rate" ? "%" : "",
        1e9,
      ),
    ),
  );
  return [
    ...(target_share === undefined ? [] : [of("Share of variable pay", ["target_share"], "%", 1)]),
    of("Threshold, attainment", ["threshold"], "%", 10),
    of("Cap on attainment", ["caps", "attainment"], "%", 100),
    ...(typeof rate.rate === "number" ? [of("Rate", ["rate", "rate"], "%", 10)] : []),
    ...tiers,
  ];
}

const tierKeys: Readonly<Record<string, string>> = {
  from: "from",
  times: "times the base rate",
  rate: "rate",
  per_unit: "a unit",
};

function parameter(
  label: string,
  component: string | null,
  path: Path,
  holder: object,
  unit: string,
  max: number,
): PayParameter {
  const usual = valueAt(holder, path);
  return { label, component, path, usual: typeof usual === "number" ? usual : null, unit, max };
}
