import { modellerAnswer } from "../../../src/narrative/modeller.ts";
import { templateFiles } from "../../../src/simulation/compensation/templates/files.ts";
import { dayOf } from "../../../src/simulation/days.ts";
import { createFiscal } from "../../../src/simulation/fiscal.ts";
import { grouped } from "../../../src/statistics/grouped.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { planShape } from "../plan-shape.ts";
import { readReport } from "../reading.ts";

interface PlanRow {
  readonly plan: string;
  readonly body: string;
}

interface PersonRow {
  readonly plan: string;
  readonly attainment: number;
  readonly target_cents: number;
}

interface DealRow {
  readonly plan: string;
  readonly month: number;
  readonly type: string | null;
  readonly product: string | null;
  readonly amount_cents: number;
}

/**
 * The shapes of plans under which enough people are, with attainments that name nobody, and templates
 * to start from. Whoever has a plan's file models its money in the page, which sends nothing.
 */
export async function modeller(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const rows = await readReport<PlanRow>(warehouse, "compensation_plan");
  const people = grouped(
    await readReport<PersonRow>(warehouse, "modelled_person"),
    ({ plan }) => plan,
  );
  const deals = grouped(await readReport<DealRow>(warehouse, "modelled_deal"), ({ plan }) => plan);
  const plans = rows.flatMap(({ plan, body }) => {
    const own = people.get(plan) ?? [];
    const shape = own.length < edition.min_cell ? null : planShape(body);
    if (shape === null) return [];
    return [{ name: plan, ...toldOf(shape), ...peopleOf(own), ...dealsOf(deals.get(plan) ?? []) }];
  });
  const templates = templatesFor(edition);
  const body = {
    plans,
    templates,
    fiscal_start_month: edition.fiscal_start_month,
  };
  return {
    path: "/modeller",
    answer: modellerAnswer({
      plans,
      kept: rows.length - plans.length,
      templates: templates.length,
    }),
    files: [{ name: "modeller.json", audience: "leadership", content: { body } }],
  };
}

const toldOf = ({ text, leftOut }: NonNullable<ReturnType<typeof planShape>>) => ({
  text,
  left_out: leftOut,
});

/** Two digits of the sum: two plans with the same people but one would tell that one's pay otherwise. */
function peopleOf(rows: readonly PersonRow[]) {
  const target = rows.reduce((sum, { target_cents }) => sum + target_cents, 0);
  return {
    people: rows.length,
    target_cents: Number(target.toPrecision(2)),
    attainments: rows.map(({ attainment }) => hundredth(attainment)).sort((a, b) => a - b),
  };
}

const hundredth = (share: number) => Math.round(share * 100) / 100;

/** Shares of what was credited, by type and product, and by fiscal month. */
function dealsOf(rows: readonly DealRow[]) {
  const whole = rows.reduce((sum, { amount_cents }) => sum + amount_cents, 0);
  const shareOf = (some: readonly DealRow[]) =>
    hundredth(some.reduce((sum, { amount_cents }) => sum + amount_cents, 0) / whole);
  const kinds = grouped(rows, ({ type, product }) => JSON.stringify([type, product]));
  const mix = [...kinds.values()]
    .map((own) => ({
      type: own[0]?.type ?? null,
      product: own[0]?.product ?? null,
      share: shareOf(own),
    }))
    .filter(({ share }) => share > 0);
  const season = Array.from({ length: 12 }, (_, month) =>
    shareOf(rows.filter((row) => row.month === month)),
  );
  return { mix, season: whole > 0 ? season : [] };
}

/** The templates of plans for the fiscal year after the running one, which are of no company. */
function templatesFor({ as_of, fiscal_start_month }: Edition) {
  const fiscal = createFiscal(fiscal_start_month);
  const files = templateFiles({ fiscal, lastYear: fiscal.yearOf(dayOf(as_of)) });
  return Object.entries(files)
    .filter(([name]) => name.endsWith(".yaml"))
    .map(([name, text]) => ({ name: name.replace(".yaml", "").replaceAll("_", " "), text }));
}
