import { allocate } from "../money.ts";
import { grouped } from "../statistics/grouped.ts";

/** Over-assignment of each level on the one above, as fractions. */
export interface Buffers {
  readonly region: number;
  readonly team: number;
  readonly rep: number;
}

export interface LevelTotals {
  readonly company: number;
  readonly region: number;
  readonly team: number;
  readonly rep: number;
}

/** What the quotas of each level sum to, whole minor units. */
export function levelTotals(target: number, buffers: Buffers): LevelTotals {
  const region = target * (1 + buffers.region);
  const team = region * (1 + buffers.team);
  const whole = { company: target, region, team, rep: team * (1 + buffers.rep) };
  return {
    company: Math.round(whole.company),
    region: Math.round(whole.region),
    team: Math.round(whole.team),
    rep: Math.round(whole.rep),
  };
}

/** A group's quota: the level's total in proportion to what its members carry, exact in sum. */
export function levelQuotas<Member extends { readonly quota: number }>(
  members: readonly Member[],
  groupOf: (member: Member) => string,
  total: number,
): { readonly group: string; readonly quota: number }[] {
  const groups = [...grouped(members, groupOf)]
    .map(([group, some]) => ({ group, carried: some.reduce((sum, { quota }) => sum + quota, 0) }))
    .sort((a, b) => (a.group < b.group ? -1 : 1));
  const quotas = allocate(
    total,
    groups.map(({ carried }) => carried),
  );
  return groups.map(({ group }, at) => ({ group, quota: quotas[at] ?? 0 }));
}
