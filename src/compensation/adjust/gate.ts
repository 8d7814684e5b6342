import type { PlainDate } from "../../calendar.ts";
import type { Gate } from "../plan/terms.ts";
import type { AttainmentOf, Step } from "./step.ts";

/** Nothing while an attainment is under its bound, all from there on; what is owed stays owed. Its rate is the attainment. */
export function gated(
  { component, atLeast }: Gate,
  cents: number,
  attainmentOf: AttainmentOf,
  monthEnd: PlainDate,
): Step {
  const reached = attainmentOf(component, monthEnd);
  const isOpen = reached.compare(atLeast) >= 0;
  return {
    cause: "gate",
    cents: isOpen ? cents : Math.min(cents, 0),
    rate: reached,
    by: component,
  };
}
