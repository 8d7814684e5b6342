import type { AnyPlan } from "./any-plan.ts";

/** Amounts, in cents, at which a plan pays otherwise: bounds of tiers, quotas, conditions on size. */
export function edgesOf(plan: AnyPlan): number[] {
  const edges = new Set<number>();
  const quotas = found(plan, "quota").filter((one) => typeof one === "number");
  for (const key of ["from", "at", "threshold", "at_least", "attainment"]) {
    for (const bound of found(plan, key)) {
      if (typeof bound !== "number" || bound === 0) continue;
      edges.add(Math.ceil(bound * 100));
      for (const quota of quotas) edges.add(Math.ceil(bound * quota * 100));
    }
  }
  for (const quota of quotas) edges.add(Math.ceil(quota * 100));
  for (const size of found(plan, "min_amount")) edges.add(Math.ceil(Number(size) * 100));
  return [...edges].filter((edge) => edge < 5_000_000);
}

/** Everything that stands under a key, however deep. */
function found(value: unknown, key: string): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [
    ...(name === key ? [one] : []),
    ...found(one, key),
  ]);
}
