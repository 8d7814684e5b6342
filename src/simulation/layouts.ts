import { InputError } from "../errors.ts";
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

/** The folders of a workspace that any layout's exports go to. */
export const sourceFolders = ["exports/salesforce", "exports/hubspot", "exports/hubspot_view"];

/** @throws InputError for an option that only another layout has */
export function refuseOtherLayout({ layout, hasDealsView, hasTerritories }: Given): void {
  if (hasDealsView && layout === "salesforce") {
    throw new InputError(`deals view of another layout: "${layout}"`, {
      remedy: "The view is HubSpot's: give --layout hubspot, or both.",
    });
  }
  if (hasTerritories && layout === "hubspot") {
    throw new InputError(`territories of another layout: "${layout}"`, {
      remedy: "They are Salesforce's: give --layout salesforce, or both.",
    });
  }
}
