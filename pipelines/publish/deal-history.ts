import { historyAside } from "../../src/narrative/pipeline-method.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { readReach } from "./pipeline-history.ts";

/** What readers must know of where deals' past comes from; null where the CRMs' own history tells it. */
export async function historyNote(warehouse: Warehouse): Promise<string | null> {
  const reach = await readReach(warehouse);
  return reach.drop_sources.length === 0 ? null : historyAside(reach);
}
