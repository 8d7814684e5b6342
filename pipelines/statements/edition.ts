import type { FiscalCalendar, PlainDate } from "../../src/calendar.ts";
import type { CreditedPlan } from "../compensation/credited-plans.ts";
import type { Seal } from "../compensation/seals.ts";

/** What all statements of a build share. */
export interface StatementEdition {
  readonly company: string;
  readonly calendar: FiscalCalendar;
  readonly asOf: PlainDate;
  readonly buildId: string;
  readonly plans: readonly CreditedPlan[];
  readonly seals: readonly Seal[];
  readonly scripts: { readonly whatIf: string; readonly copy: string };
}
