import type { PlainDate } from "../../calendar.ts";
import type { Gate } from "../plan/terms.ts";
import type { AttainmentOf, Step } from "./step.ts";

/** Nothing while an attainment is under its bound, all from there on; what is owed stays owed. */
export function gated(
  { component, atLeast }: Gate,
  cents: number,
  attainmentOf: AttainmentOf,
  monthEnd: PlainDate,
): Step {
  const isOpen = attainmentOf(component, monthEnd).compare(atLeast) >= 0;
  return { cause: "gate", cents: isOpen ? cents : Math.min(cents, 0) };
}
