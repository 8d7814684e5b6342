import type { Crm, CrmOptions } from "./crm.ts";
import type { SimulationOptions } from "./options.ts";
import { createSalesforce } from "./salesforce/salesforce.ts";

/** The CRM, or two, that a company of these options keeps. */
export function createCrm(_: SimulationOptions, options: CrmOptions): Crm {
  return createSalesforce(options);
}
