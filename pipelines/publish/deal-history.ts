import { dropHistoryWords } from "../../src/narrative/drop-history.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { readReport } from "./reading.ts";

interface HistoryRow {
  readonly first_known: string | null;
  readonly drop_sources: readonly string[];
}

/** What readers must know of where deals' past comes from; null where the CRM's own history tells it. */
export async function historyNote(warehouse: Warehouse): Promise<string | null> {
  const [row] = await readReport<HistoryRow>(warehouse, "history_source");
  return row ? dropHistoryWords(row.drop_sources, row.first_known) : null;
}
