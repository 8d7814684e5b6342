import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { columnar } from "./columnar.ts";
import type { ReportFile } from "./file.ts";
import { readReport } from "./reading.ts";

/** An earlier day that the forecast is compared with. */
export interface CutoffRow {
  readonly cutoff: string;
  /** Before the as-of date. */
  readonly days: number;
  /** Whether it is known which deals were open then. */
  readonly is_deals_known: boolean;
}

/** Which of the page's files hold an earlier day: what most ask for is small and comes first. */
const parts = ["week", "weeks", "months"] as const;

export interface Since extends CutoffRow {
  readonly file: (typeof parts)[number];
}

/** Weeks that forecasts are compared over; days before them are a month apart. */
const weeks = 13;

/** Earlier days with the files that hold them, the latest first. */
export const sinceOf = (cutoffs: readonly CutoffRow[]): Since[] =>
  cutoffs.map((row) => ({ ...row, file: fileOf(row) }));

function fileOf({ days }: CutoffRow): Since["file"] {
  if (days === 7) return "week";
  return days % 7 === 0 && days <= 7 * weeks ? "weeks" : "months";
}

interface DealRow {
  readonly cutoff: string;
  readonly label: string;
  readonly cause: string;
  readonly opportunity_id: string;
  readonly rep_id: string;
  readonly segment: string;
  readonly cents: number;
}

interface NamedDeal {
  readonly opportunity_id: string;
}

const audience = "leadership";

/** How forecasts went, what changed them by cause and by deal, and what deals are known by. */
export async function changeFiles(
  warehouse: Warehouse,
  since: readonly Since[],
  path: readonly object[],
): Promise<ReportFile[]> {
  const named = await readReport<NamedDeal>(warehouse, "change_named");
  const place = new Map(named.map(({ opportunity_id }, row) => [opportunity_id, row]));
  const files: ReportFile[] = [];
  for (const part of parts) {
    const cutoffs = since.filter(({ file }) => file === part).map(({ cutoff }) => cutoff);
    const causes = await readReport<object>(warehouse, "change_cause", { cutoffs });
    const deals = await readReport<DealRow>(warehouse, "change_deal", { cutoffs });
    const placed = deals.map((row) => ({ ...row, deal: place.get(row.opportunity_id) ?? null }));
    files.push(
      table(`change-${part}`, causes, causeKinds),
      table(`change-${part}-deal`, placed, dealKinds),
    );
  }
  return [
    table("change-path", path, pathKinds),
    ...files,
    table("change-named", named, namedKinds),
  ];
}

const table = (
  name: string,
  rows: readonly object[],
  kinds: Parameters<typeof columnar>[1],
): ReportFile => ({
  name: `${name}.arrow`,
  audience,
  content: { table: columnar(rows, kinds) },
});

const pathKinds = {
  cutoff: "word",
  entity_type: "word",
  entity_id: "word",
  label: "word",
  mean_cents: "number",
} as const;

const causeKinds = {
  cutoff: "word",
  entity_type: "word",
  entity_id: "word",
  label: "word",
  cause: "word",
  cents: "number",
  count_deals: "whole",
} as const;

/** `deal` is the row of the deal in the file that names deals. */
const dealKinds = {
  cutoff: "word",
  label: "word",
  cause: "word",
  deal: "whole",
  rep_id: "word",
  segment: "word",
  cents: "number",
} as const;

const namedKinds = {
  opportunity_id: "text",
  name: "text",
  account: "word",
  rep_id: "word",
  owner: "word",
  stage: "word",
  bookings_cents: "number",
  close_date: "word",
  file: "word",
  line: "whole",
} as const;
