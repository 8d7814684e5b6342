import type { SimulationOptions } from "./options.ts";

/** The company file's sources, one block each. */
export function sourcesOf({ layout, drops, hasDealsView }: SimulationOptions): string[] {
  const mode = `drops: ${drops.padEnd(20)} # delta: what changed since the drop before; full: everything`;
  const blocks = [];
  if (layout !== "hubspot") blocks.push(salesforce(mode));
  if (layout !== "salesforce") blocks.push(hubspot(mode));
  if (layout !== "salesforce" && hasDealsView) blocks.push(dealsView);
  return blocks;
}

const salesforce = (mode: string) => `\
  salesforce:                   # = folder exports/salesforce/<drop date>/
    kind: salesforce
    ${mode}
    max_age_days: 10            # the export runs on Fridays; miss one and nothing is published
    columns:                    # our own fields; the rest is as Salesforce ships it
      opportunity:
        recurring_amount: Recurring_Revenue__c   # a year's worth, in the deal's currency
        term_months: Term_Months__c
        loss_reason: Loss_Reason__c
        competitor: Competitor__c
      account:
        segment: Segment__c
      lead:
        campaign: Campaign__c
`;

const hubspot = (mode: string) => `\
  hubspot:                      # = folder exports/hubspot/<drop date>/
    kind: hubspot
    ${mode}
    max_age_days: 10            # the export runs on Fridays; miss one and nothing is published
    columns:                    # our own properties; the rest is as HubSpot ships it
      opportunity:
        recurring_amount: property_recurring_revenue   # a year's worth, in the deal's currency
        term_months: property_term_months
        lead_source: property_lead_source
        campaign: property_campaign
        competitor: property_competitor
      account:
        segment: property_segment
      lead:
        lead_source: property_lead_source
        campaign: property_campaign
`;

/** Read instead of the tables, never beside them: the deals are the same ones. */
const dealsView = `\
  # hubspot_view:               # the last drop's deals as the view "All deals" exports them,
  #   kind: hubspot             # in exports/hubspot_view/; read it instead of the tables
  #   drops: full
`;
