import { type BasisFacts, basisMethod } from "../../../src/narrative/basis.ts";
import { definitionsAnswer } from "../../../src/narrative/definitions.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { readMetrics, readReport } from "../reading.ts";
import { wordedMetrics } from "../wording.ts";

/** Every metric's definition. */
export async function methods(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const metrics = wordedMetrics(await readMetrics(warehouse));
  const [settings] = await readReport<Omit<BasisFacts, "absent">>(warehouse, "basis");
  if (!settings) throw new Error("missing run: the warehouse holds no modelled data");
  const absent = metrics.filter((metric) => !metric.has_figures).map((metric) => metric.label);
  const answer = definitionsAnswer({
    as_of: edition.as_of,
    currency: edition.currency,
    fiscal_start_month: edition.fiscal_start_month,
    bookings_measure: edition.bookings_measure,
    metrics: metrics.length,
    entity_types: [
      "the company",
      "regions",
      "teams",
      "reps",
      "segments",
      "products",
      "territories",
    ],
  });
  const body = { metrics };
  const file = { name: "methods.json", audience: "all", content: { body } } as const;
  const method = basisMethod({ ...settings, absent });
  return { path: "/methods", answer: { ...answer, method }, files: [file] };
}
