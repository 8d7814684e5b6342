import type { YearSeller } from "../quota/sales-year.ts";
import { grouped } from "../statistics/grouped.ts";
import { type PlannedRep, shareAtQuota } from "./planned.ts";

/** Reps who are alike in one respect, and their odds. */
export interface FairnessGroup {
  readonly factor: "region" | "team" | "role" | "tenure" | "potential";
  readonly group: string;
  readonly reps: number;
  /** Their mean odds of attaining their quotas. */
  readonly odds: number;
  readonly lowest: number;
  readonly highest: number;
}

type Factor = FairnessGroup["factor"];

/**
 * Odds by region, team, role, tenure and potential: equal odds differ between groups only where
 * guardrails and settled quotas hold them. Groups in the order of their names.
 */
export function fairnessOf(
  sellers: readonly YearSeller[],
  reps: readonly PlannedRep[],
): FairnessGroup[] {
  const placed = new Map(sellers.map((seller) => [seller.repId, seller]));
  const rows = reps.flatMap((rep) => {
    const seller = placed.get(rep.repId);
    return seller ? [{ rep, seller }] : [];
  });
  const sizeOf = thirdsOf(sellers);
  const factors: readonly (readonly [Factor, (seller: YearSeller) => string | null])[] = [
    ["region", ({ regionId }) => regionId],
    ["team", ({ teamId }) => teamId],
    ["role", ({ role }) => role.replaceAll("_", " ")],
    ["tenure", tenureOf],
    ["potential", sizeOf],
  ];
  return factors.flatMap(([factor, groupOf]) =>
    [...grouped(rows, ({ seller }) => groupOf(seller) ?? "")]
      .filter(([group]) => group !== "")
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, members]) =>
        groupRow(
          factor,
          group,
          members.map(({ rep }) => rep),
        ),
      ),
  );
}

/** How far apart the mean odds of two groups of one factor lie at most; 0 where all are alike. */
export function widestGap(groups: readonly FairnessGroup[]): number {
  const gaps = [...grouped(groups, ({ factor }) => factor).values()].map((own) => {
    const odds = own.map((group) => group.odds);
    return Math.max(...odds) - Math.min(...odds);
  });
  return Math.max(0, ...gaps);
}

function groupRow(factor: Factor, group: string, members: readonly PlannedRep[]): FairnessGroup {
  const odds = members.map((rep) => rep.odds);
  return {
    factor,
    group,
    reps: members.length,
    odds: shareAtQuota(members),
    lowest: Math.min(...odds),
    highest: Math.max(...odds),
  };
}

function tenureOf({ service }: YearSeller): string {
  if (service === null) return "tenure unknown";
  if (service < 12) return "in the first year";
  return service < 36 ? "1 to 3 years" : "over 3 years";
}

/** Whose accounts are expected to buy least, middling or most; null for who has none. */
function thirdsOf(sellers: readonly YearSeller[]): (seller: YearSeller) => string | null {
  const known = sellers.flatMap(({ basis }) => basis.potential ?? []).sort((a, b) => a - b);
  const at = (share: number) => known[Math.floor(share * known.length)] ?? 0;
  const [low, high] = [at(1 / 3), at(2 / 3)];
  return ({ basis: { potential } }) => {
    if (potential === null) return null;
    if (potential < low) return "smaller territories";
    return potential < high ? "middling territories" : "larger territories";
  };
}
