import { territoriesAnswer } from "../../../src/narrative/territories.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { readReport } from "../reading.ts";

interface RepRow {
  readonly rep: string;
  readonly pool: string;
  readonly deviation_before_rate: number;
  readonly deviation_after_rate: number;
}

interface PlanRow {
  readonly count_accounts: number;
  readonly count_territories: number;
  readonly count_without_rep: number;
}

/** How far reps are from balance, the moves that mend it, and what the plan leaves open. */
export async function territories(warehouse: Warehouse, _: Edition): Promise<PageContent> {
  const reps = await readReport<RepRow>(warehouse, "territory_rep");
  const moves = await readReport<object>(warehouse, "territory_move");
  const issues = await readReport<{ readonly kind: string }>(warehouse, "territory_issue");
  const settled = await readReport<{ readonly kind: string }>(warehouse, "territory_settled");
  const [plan] = await readReport<PlanRow>(warehouse, "territory_plan");
  const having = (rows: readonly { readonly kind: string }[], kind: string) =>
    rows.filter((row) => row.kind === kind).length;
  const answer = territoriesAnswer({
    reps,
    count_moves: moves.length,
    count_accounts: plan?.count_accounts ?? 0,
    count_territories: plan?.count_territories ?? 0,
    count_without_rep: plan?.count_without_rep ?? 0,
    count_conflicts: having(issues, "territory_conflict"),
    count_orphans: having(issues, "territory_orphan"),
    count_holdouts: having(settled, "holdout"),
    count_expired: having(settled, "expired"),
  });
  const body = { has_plan: (plan?.count_accounts ?? 0) > 0, reps, moves, issues, settled };
  const file = { name: "territories.json", audience: "leadership", content: { body } } as const;
  return { path: "/territories", answer, files: [file] };
}
