import type { PlainDate } from "../../calendar.ts";
import type { Credit } from "../credit/credit.ts";
import type { Person } from "../person.ts";
import type { PlanTerms } from "../plan/terms.ts";
import type { Assigned } from "../target/basis.ts";

/** All that a person's pay on a plan is reckoned from, and nothing of anybody else. */
export interface OwnPay {
  readonly plan: PlanTerms;
  readonly person: Person;
  /** In any order. */
  readonly credits: readonly Credit[];
  readonly assigned: Assigned;
  /** The last day that is known. */
  readonly asOf: PlainDate;
}
