import { createAcquired } from "./acquired.ts";
import type { Crm, CrmOptions } from "./crm.ts";
import { createHubspot } from "./hubspot/hubspot.ts";
import type { SimulationOptions } from "./options.ts";
import { createSalesforce } from "./salesforce/salesforce.ts";

type Given = Pick<SimulationOptions, "layout" | "hasDealsView" | "hasTerritories">;

/** The CRM, or the two, that a company of these options keeps. */
export function createCrm(
  { layout, hasDealsView, hasTerritories }: Given,
  options: CrmOptions,
): Crm {
  switch (layout) {
    case "salesforce":
      return createSalesforce({ ...options, hasTerritories });
    case "hubspot":
      return createHubspot({ ...options, hasView: hasDealsView });
    case "both":
      return createAcquired({ ...options, hasView: hasDealsView, hasTerritories });
  }
}
