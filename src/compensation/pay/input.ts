import type { PlainDate } from "../../calendar.ts";
import type { Earned } from "../adjust/paid.ts";
import type { Credit } from "../credit/credit.ts";
import type { PeriodFinder } from "../dates.ts";
import type { PayLine } from "../line.ts";
import type { Person } from "../person.ts";
import type { Places } from "../places.ts";
import type { ComponentTerms, PlanTerms } from "../plan/terms.ts";
import type { Runs } from "../pricing/component.ts";
import type { Run } from "../pricing/run.ts";
import type { Assigned } from "../target/basis.ts";

/** What all components of a plan are priced with. */
export interface PayInput {
  readonly plan: PlanTerms;
  /** In order, those that count under the plan. */
  readonly credits: readonly Credit[];
  readonly people: ReadonlyMap<string, Person>;
  readonly find: PeriodFinder;
  readonly assigned: Assigned;
  readonly through: PlainDate;
  readonly places: Places;
}

/** A component with what its credits came to one by one. */
export interface PricedComponent {
  readonly component: ComponentTerms;
  readonly runs: Runs;
  /** By run, where something later is reckoned by credit. */
  readonly earned: ReadonlyMap<Run, readonly Earned[]>;
  readonly lines: PayLine[];
}

/** All components once their credits are priced. */
export interface PricedPlan {
  readonly components: readonly PricedComponent[];
  /** In order; the ends of the months from the first in which anything is earned or falls due. */
  readonly monthEnds: readonly PlainDate[];
}
