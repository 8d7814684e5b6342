import Fraction from "fraction.js";
import type { PlainDate } from "../../calendar.ts";
import { isZero, zero } from "../exact.ts";
import type { Runs } from "../pricing/component.ts";
import { standing } from "../pricing/run.ts";

/** What any credit is of a quota of no days: more than every bound that a plan may have. */
const endless = new Fraction(1_000_000_000);

/** A holder's credit of a component in the period that a month is in, as a share of quota. */
export function attainmentOf(
  runs: Runs | undefined,
  holder: string,
  monthEnd: PlainDate,
): Fraction {
  const run = runs
    ?.get(holder)
    ?.find(({ period }) => period.periodStart <= monthEnd && monthEnd <= period.periodEnd);
  if (run === undefined) return zero;
  const { position } = standing(run, monthEnd);
  const { quota } = run.basis;
  if (quota === null) throw new Error("attainment without a quota");
  if (isZero(quota)) return position.compare(0) > 0 ? endless : zero;
  return position.div(quota);
}
