import type { Company } from "../base.ts";
import type { PipelineShare } from "../combined/months.ts";
import type { Cutoff } from "../cutoff.ts";
import { cellIn } from "../hierarchy.ts";
import { monthStart, type TimelinePeriod } from "../timeline.ts";
import type { Between, CellChange } from "./between.ts";
import { leadsIn } from "./cell-sums.ts";
import type { Expected } from "./deal-change.ts";

/** What open deals are expected to bring to a period, each in whole minor units, and what changed it. */
export function dealCents(
  { hierarchy }: Company,
  { before, now, deals }: Between,
  period: TimelinePeriod,
) {
  const value = valueIn(before.share, now.cutoff, period);
  const cellOf = cellIn(hierarchy);
  const aged = deals.aged.flatMap(({ deal, expected }) => {
    const cell = cellOf(deal.rep_id, deal.segment);
    return cell === undefined ? [] : [{ cell, cents: value(expected) }];
  });
  const changes = deals.changes.flatMap((one): CellChange[] => {
    const { opportunityId, cause } = one;
    const cell = cellOf(one.repId, one.segment);
    const cents = value(one.after) - value(one.before);
    return cell === undefined || cents === 0 ? [] : [{ cell, cause, opportunityId, cents }];
  });
  return { aged, changes };
}

/** What was booked in a period between the cutoffs, deal by deal. */
export function bookedIn(
  { hierarchy, line }: Company,
  { bookings }: Between,
  period: TimelinePeriod,
): CellChange[] {
  const cellOf = cellIn(hierarchy);
  const [first, end] = [monthStart(line, period.first), monthStart(line, period.last + 1)];
  return bookings.flatMap(({ opportunityId, repId, segment, date, cents }): CellChange[] => {
    const cell = cellOf(repId, segment);
    if (cell === undefined || date < first || date >= end) return [];
    return [{ cell, cause: "won", opportunityId, cents }];
  });
}

function valueIn(share: PipelineShare, cutoff: Cutoff, period: TimelinePeriod) {
  const leads = leadsIn(period, cutoff).map((lead) => ({ lead, share: share(cutoff, lead) }));
  return (expected: Expected): number =>
    // beyond the pipeline's reach its share is 0
    Math.round(leads.reduce((sum, one) => sum + one.share * (expected?.[one.lead] ?? 0), 0));
}
