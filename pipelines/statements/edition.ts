import type { FiscalCalendar, PlainDate } from "../../src/calendar.ts";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import type { Assigned } from "../../src/compensation/target/basis.ts";
import type { StaffedPlan } from "../compensation/overlaps.ts";
import type { Seal } from "../compensation/seals.ts";

/** A plan with the credits of each person whom it covers. */
export interface StatementPlan {
  readonly plan: StaffedPlan;
  readonly credits: ReadonlyMap<string, readonly Credit[]>;
  readonly assigned: Assigned;
}

/** What all statements of a build share. */
export interface StatementEdition {
  readonly company: string;
  readonly calendar: FiscalCalendar;
  readonly asOf: PlainDate;
  readonly buildId: string;
  readonly plans: readonly StatementPlan[];
  readonly seals: readonly Seal[];
  readonly scripts: { readonly whatIf: string; readonly copy: string };
}
