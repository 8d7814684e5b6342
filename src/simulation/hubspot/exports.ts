import type { Exports } from "../exports.ts";
import type { HubspotTable } from "./tables.ts";

export type HubspotExports = Exports<HubspotTable>;
