import { companyFile } from "./small.ts";

/** A KPI of a company's own, as a test gives it. */
export interface Own {
  readonly name?: string;
  readonly formula: string;
  readonly unit?: string;
  readonly date_basis?: string;
  readonly when_empty?: string;
}

/** A company file with KPIs of its own, each from a single deal on. */
export const ownMetrics = (...own: readonly Own[]) =>
  companyFile({ more: `settings: { min_cell: 1 }\n${ownMetricEntries(...own)}` });

/** The part of a company file that holds KPIs of its own. */
export const ownMetricEntries = (...own: readonly Own[]) => `metrics:\n${own.map(entry).join("")}`;

const entry = ({
  name = "ours",
  formula,
  unit = "ratio",
  date_basis,
  when_empty,
}: Own) => `  - name: ${name}
    label: Ours
    formula: >-
      ${formula}
    unit: ${unit}
    date_basis: ${date_basis ?? "close_date"}
    when_empty: ${when_empty ?? "null"}
    definition: What we look at.
`;
