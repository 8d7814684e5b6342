import type { PlainDate } from "../../src/calendar.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import type { YearSeller } from "../../src/quota/sales-year.ts";
import type { PlanBase } from "../../src/scenario/base.ts";
import type { Followed } from "../../src/scenario/pay/base.ts";
import type { Organisation } from "../compensation/organisation.ts";

interface Structure {
  readonly company: string;
  readonly sellers: readonly YearSeller[];
  readonly organisation: Organisation;
  readonly asOf: PlainDate;
}

/**
 * Whose bookings a person's pay follows: their own, where they sell; those of everybody below them,
 * where a plan credits managers; else those of their team. A team that nobody sells in stands for its
 * region, and that for the company.
 */
export function followedBy(repId: string, plan: PlanTerms, structure: Structure): Followed {
  const { company, sellers, organisation, asOf } = structure;
  if (sellers.some((seller) => seller.repId === repId)) return { level: "rep", id: repId };
  const credited = new Set(plan.components.flatMap(({ credit }) => credit));
  const below = sellers.filter((seller) =>
    organisation.managersOf(seller.repId, asOf).includes(repId),
  );
  const place = organisation.placeOf(repId, asOf);
  const whole = credited.has("manager") && below.length > 0 ? below : null;
  return (
    groupOf("team", ({ teamId }) => teamId, place?.team_id) ??
    groupOf("region", ({ regionId }) => regionId, place?.region_id) ?? {
      level: "company",
      id: company,
    }
  );

  function groupOf(
    level: "team" | "region",
    idOf: (seller: YearSeller) => string,
    own: string | undefined,
  ): Followed | null {
    const id = whole?.[0] ? idOf(whole[0]) : own;
    const holdsAll = whole?.every((seller) => idOf(seller) === id) ?? true;
    const isKnown = id !== undefined && sellers.some((seller) => idOf(seller) === id);
    return isKnown && holdsAll ? { level, id } : null;
  }
}

/** The sellers whose bookings are followed. */
export function sellersIn({ level, id }: Followed, sellers: PlanBase["year"]["sellers"]) {
  if (level === "company") return sellers;
  const key = { rep: "repId", team: "teamId", region: "regionId" } as const;
  return sellers.filter((seller) => seller[key[level]] === id);
}
