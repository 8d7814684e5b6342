import { spifsAnswer } from "../../../src/narrative/spifs.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { readReport } from "../reading.ts";
import { foldedSpifTeams, type SpendRow, type SpifTeamRow, spending } from "../spif-cells.ts";

interface SpifRow {
  readonly spif_id: string;
  readonly plan: string;
  readonly component: string;
  readonly state: string;
  readonly from_date: string;
  readonly until_date: string;
  readonly budget_cents: number | null;
  readonly budget_use: string | null;
  readonly currency: string;
  readonly people: number;
  readonly deals: number;
  readonly credits: number;
  readonly spent_cents: number;
  readonly cut_cents: number;
}

/** Every SPIF: its dates, budget and spending, and bookings of its kind before, during and after it. */
export async function spifs(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const { min_cell: minCell, currency, currency_digits } = edition;
  const rows = (await readReport<SpifRow>(warehouse, "spif"))
    .filter((row) => row.currency === currency)
    .map((row) => told(row, minCell));
  const teams = await readReport<SpifTeamRow>(warehouse, "spif_team");
  const spend = await readReport<SpendRow>(warehouse, "spif_spend");
  const body = {
    spifs: rows,
    teams: foldedSpifTeams(teams, minCell),
    ...spending(spend, minCell),
    stretches: await readReport(warehouse, "spif_stretch"),
  };
  return {
    path: "/spifs",
    answer: spifsAnswer(rows, { currency, currency_digits }),
    files: [{ name: "spifs.json", audience: "leadership", content: { body } }],
  };
}

/** Without what a few people are paid; nobody paid at all is no secret. */
function told({ people, spent_cents, cut_cents, currency: _, ...row }: SpifRow, minCell: number) {
  const isTold = people === 0 || people >= minCell;
  return {
    ...row,
    spent_cents: isTold ? spent_cents : null,
    cut_cents: isTold ? cut_cents : null,
  };
}
