import type { Grain, Period } from "../../src/calendar.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import type { Assigned } from "../../src/compensation/target/basis.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { PayInputs, QuotaRow } from "./rows.ts";

const months = { year: 12, quarter: 3, month: 1 } as const satisfies Record<Grain, number>;

/**
 * The quotas of plans/quotas.csv as components ask for them: the person's own, else, where the
 * component credits a team or its manager, the team's, of who is in none the region's. A period
 * without one is the sum of its quarters or months, where all of them have one.
 */
export function assignedQuotas(plan: PlanTerms, { quotas, assignments }: PayInputs): Assigned {
  const byEntity = grouped(quotas, ({ entity_type, entity_id }) => keyOf(entity_type, entity_id));
  const components = new Map(plan.components.map((component) => [component.name, component]));
  const quotaOf = (type: string, id: string, measure: string, period: Period) => {
    const own = byEntity.get(keyOf(type, id)) ?? [];
    const named = own.filter((row) => row.measure === measure);
    return inPeriod(named.length > 0 ? named : own.filter(isBookings), period);
  };
  return (repId, name, period) => {
    const component = components.get(name);
    const measure = component?.measure ?? "bookings";
    const own = quotaOf("rep", repId, measure, period);
    const isOfTeam = component?.credit.some((role) => role === "team" || role === "manager");
    if (own !== null || !isOfTeam) return own;
    const place = assignments
      .filter((row) => row.rep_id === repId && row.valid_from <= period.periodEnd)
      .at(-1);
    if (place === undefined) return null;
    const { team_id: team, region_id: region } = place;
    if (team !== "unassigned") return quotaOf("team", team, measure, period);
    return quotaOf("region", region, measure, period);
  };
}

const keyOf = (type: string, id: string) => `${type} ${id}`;
const isBookings = ({ measure }: QuotaRow) => measure === "bookings";

/** That of the period itself, else the sum of its quarters or months. */
function inPeriod(rows: readonly QuotaRow[], { period, periodStart, periodEnd }: Period) {
  for (const grain of ["year", "quarter", "month"] as const) {
    const parts = rows.filter(
      (row) =>
        row.period === grain && row.period_start >= periodStart && row.period_start <= periodEnd,
    );
    if (parts.length > 0 && parts.length * months[grain] === months[period])
      return parts.reduce((sum, { quota_cents }) => sum + quota_cents, 0);
  }
  return null;
}
