import type { ScenarioEntry } from "./schema.ts";

/** What a scenario says of pay: it would tell what people earn. */
export type PrivatePart = Pick<ScenarioEntry, "pay" | "guardrails">;

/** The scenario as it may be published, and what of it may not. */
export function parted(entry: ScenarioEntry): { shown: ScenarioEntry; kept: PrivatePart } {
  const { pay, guardrails, ...rest } = entry;
  const { least_to_earnings, most_to_earnings, ...others } = guardrails ?? {};
  const own = said({ least_to_earnings, most_to_earnings });
  const shown = said(others);
  return {
    shown: { ...rest, ...(shown ? { guardrails: shown } : {}) },
    kept: { ...(pay ? { pay } : {}), ...(own ? { guardrails: own } : {}) },
  };
}

/** A published scenario with what was kept of it. */
export const whole = (shown: ScenarioEntry, kept: PrivatePart): ScenarioEntry => ({
  ...shown,
  ...(kept.pay ? { pay: kept.pay } : {}),
  ...(kept.guardrails ? { guardrails: { ...shown.guardrails, ...kept.guardrails } } : {}),
});

/** The keys that say something; null where none does. */
function said<Part extends object>(part: Part): Part | null {
  const pairs = Object.entries(part).filter(([, value]) => value !== undefined);
  return pairs.length === 0 ? null : (Object.fromEntries(pairs) as Part);
}
