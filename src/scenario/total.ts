import { InputError } from "../errors.ts";
import { formatRate } from "../format.ts";
import { totalForShare } from "../quota/frontier.ts";
import type { Carrier, Guardrails } from "../quota/guardrails.ts";
import { type Buffers, levelTotals } from "../quota/levels.ts";
import type { PlanBase } from "./base.ts";
import type { ScenarioEntry } from "./schema.ts";

interface TotalOptions {
  readonly carriers: readonly Carrier[];
  readonly guardrails: Guardrails;
  readonly buffers: Buffers;
}

/**
 * The company's target, whole minor units: as the scenario says it, else the plan's, else this
 * year's forecast with the company's growth.
 *
 * @throws InputError where nothing says one, or no total meets the share at quota
 */
export function chosenTarget(
  base: PlanBase,
  { target, growth, share_at_quota }: ScenarioEntry,
  options: TotalOptions,
): number {
  if (target !== undefined) return Math.round(target * 10 ** base.currencyDigits);
  if (growth !== undefined) return grown(base, growth);
  if (share_at_quota !== undefined) return meeting(share_at_quota, options);
  return base.planned ?? grown(base, base.growth);
}

function grown({ forecast, label }: PlanBase, growth: number): number {
  if (forecast !== null) return Math.round(forecast * (1 + growth));
  throw new InputError(`no target: ${label}`, {
    remedy: "Give a target: there is no forecast that growth could be counted from.",
  });
}

function meeting(share: number, { carriers, guardrails, buffers }: TotalOptions): number {
  const total = totalForShare(carriers, guardrails, share);
  if (total === null) {
    throw new InputError(`share at quota out of reach: ${formatRate(share)}`, {
      remedy: "Loosen the floors or unlock quotas: at the lowest they allow, fewer attain theirs.",
    });
  }
  // the reps' total over a unit of the company's target
  const unit = 1e9;
  return Math.floor(total / (levelTotals(unit, buffers).rep / unit));
}
