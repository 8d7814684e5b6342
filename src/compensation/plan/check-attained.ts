import type { Mistake } from "./mistake.ts";
import type { ComponentEntry } from "./schema.ts";

/** So many quotas that per cent, or an amount, must be meant. */
const beyondAny = 10;

const shareOfQuota = "Write 90 % as 0.9.";

/**
 * A share of quota that is written in per cent, or as an amount.
 *
 * @param what what it is called
 */
export function attainedMistakes(
  path: readonly PropertyKey[],
  { what, value, remedy = shareOfQuota }: { what: string; value: number; remedy?: string },
): Mistake[] {
  if (value < beyondAny) return [];
  return [{ path, what: `${what} of ${beyondAny} quotas or more: ${value}`, remedy }];
}

/** What is wrong with a component's bounds of attainment beside its rates; paths from the component. */
export function attainmentMistakes({ threshold, gates, caps }: ComponentEntry): Mistake[] {
  return [
    ...(threshold === undefined
      ? []
      : attainedMistakes(["threshold"], { what: "threshold", value: threshold })),
    ...gates.flatMap(({ at_least: value }, index) =>
      attainedMistakes(["gates", index, "at_least"], { what: "gate", value }),
    ),
    ...(caps.attainment === undefined
      ? []
      : attainedMistakes(["caps", "attainment"], { what: "cap", value: caps.attainment })),
  ];
}
