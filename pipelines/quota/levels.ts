import type { PlainDate } from "../../src/calendar.ts";
import { type LevelTotals, levelQuotas } from "../../src/quota/levels.ts";
import type { Company } from "../../src/workspace/company.ts";

/** A rep's quota and the place that it counts in. */
export interface Placed {
  readonly repId: string;
  readonly quota: number;
  readonly teamId: string;
  readonly regionId: string;
}

interface LevelOptions {
  readonly totals: LevelTotals;
  readonly yearStart: PlainDate;
  readonly company: Company;
}

/** Rows of `quota_level`: company, regions, teams and reps. */
export function levelRows(placed: readonly Placed[], { totals, yearStart, company }: LevelOptions) {
  const row = (level: string, entity: string, quota: number, buffer: number) => ({
    level,
    entity_id: entity,
    period_start: yearStart,
    quota_cents: quota,
    buffer_rate: buffer,
  });
  const { region, team, rep } = company.quota.overAssignment;
  return [
    row("company", company.name, totals.company, 0),
    ...levelQuotas(placed, (one) => one.regionId, totals.region).map((one) =>
      row("region", one.group, one.quota, region),
    ),
    ...levelQuotas(placed, (one) => one.teamId, totals.team).map((one) =>
      row("team", one.group, one.quota, team),
    ),
    ...placed.map((one) => row("rep", one.repId, one.quota, rep)),
  ];
}

/** Rows of `quota_frontier`, by total. */
export function frontierRows(
  points: readonly { readonly total: number; readonly share: number; readonly point: string }[],
) {
  const rows = points.map(({ total, share, point }) => ({
    total_cents: Math.round(total),
    share_at_quota: share,
    point,
  }));
  // where guardrails hold everyone, points fall together: the last, which has a name, stays
  return [...new Map(rows.map((row) => [row.total_cents, row])).values()].sort(
    (a, b) => a.total_cents - b.total_cents,
  );
}
