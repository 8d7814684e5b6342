import type { FiscalCalendar } from "../../src/calendar.ts";
import { dateOf } from "../../src/opportunity/epoch.ts";
import { chanceAfter, stepsBy } from "../../src/opportunity/hazard/incidence.ts";
import { quarterEnds } from "../../src/opportunity/hazard/step.ts";
import type { DealOutlook } from "./outlook.ts";

/** Rows of `deal_week`, a deal and week each. */
export function dealWeekRows(
  { cutoff, deals, incidence }: DealOutlook,
  calendar: FiscalCalendar,
): object[] {
  const { steps, won, lost } = incidence;
  const [, next] = quarterEnds(cutoff, calendar);
  const shown = steps.slice(0, stepsBy(steps, next)).map(({ last }) => dateOf(last));
  return deals.flatMap(({ opportunity_id }, row) =>
    shown.map((week_end, step) => {
      const place = { row, width: steps.length, steps: step + 1 };
      const won_rate = chanceAfter(won, place);
      return { opportunity_id, week_end, won_rate, lost_rate: chanceAfter(lost, place) };
    }),
  );
}
