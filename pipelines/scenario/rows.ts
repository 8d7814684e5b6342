import { addMonths, type PlainDate } from "../../src/calendar.ts";
import { outlookOf, type QuotaPart } from "../../src/quota/recommend.ts";
import type { Plan } from "../../src/scenario/plan.ts";
import type { PlannedRep } from "../../src/scenario/planned.ts";

const monthsTo = { year: 0, quarter: 3, month: 1 } as const;

/** The first day of a part of the year. */
export const partStart = (yearStart: PlainDate, { period, place }: QuotaPart): PlainDate =>
  addMonths(yearStart, monthsTo[period] * place);

/** Rows of `scenario_quota`. */
export const quotaRows = (scenario: string, plan: Plan, yearStart: PlainDate) =>
  plan.reps.flatMap((rep) => rep.parts.map((part) => quotaRow(scenario, rep, part, yearStart)));

function quotaRow(scenario: string, rep: PlannedRep, part: QuotaPart, yearStart: PlainDate) {
  const { expected, lower, upper, odds } = outlookOf(part);
  return {
    scenario,
    rep_id: rep.repId,
    team_id: rep.teamId,
    region_id: rep.regionId,
    is_hire: rep.isHire,
    period: part.period,
    period_start: partStart(yearStart, part),
    quota_cents: part.quota,
    expected_cents: expected,
    lower_80_cents: lower,
    upper_80_cents: upper,
    attainment_probability: odds,
    held_by: rep.bound,
  };
}

/** Rows of `scenario_group`. */
export const groupRows = (scenario: string, { groups }: Plan) =>
  groups.map(({ level, id, quota, carried, expected, reps, odds, shareAtQuota }) => ({
    scenario,
    level,
    entity_id: id,
    quota_cents: quota,
    carried_cents: carried,
    expected_cents: expected,
    count_reps: reps,
    odds,
    share_at_quota: shareAtQuota,
  }));

/** Rows of `scenario_capacity`. */
export const capacityRows = (scenario: string, { capacity }: Plan, yearStart: PlainDate) =>
  capacity.map(({ place, headcount, ramped, capacity: booked, deployed, target }) => ({
    scenario,
    period_start: addMonths(yearStart, place),
    headcount,
    ramped,
    capacity_cents: booked,
    deployed_cents: deployed,
    target_cents: target,
  }));
