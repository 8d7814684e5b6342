import type { FrontierRow } from "../quotaRows.js";
import type { PlannerState } from "./draft.js";

/** The frontier of the scenario by total, with where it stands and what meets the aim marked on it. */
export const frontierRows = ({ worked: { plan } }: PlannerState): FrontierRow[] =>
  [
    ...plan.frontier.map(({ total, share }) => row("curve", total, share)),
    ...(plan.aimed === null ? [] : [row("aim", plan.aimed, plan.aim)]),
    row("recommended", plan.totals.rep, plan.shareAtQuota),
  ].sort((a, b) => a.total_cents - b.total_cents);

const row = (point: FrontierRow["point"], total: number, share: number): FrontierRow => ({
  point,
  total_cents: Math.round(total),
  share_at_quota: share,
});
