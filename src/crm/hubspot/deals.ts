import type { Feed } from "../feed.ts";
import { property } from "./property.ts";

/** Properties whose history tells of a deal → our columns; other properties keep their names. */
const historyFields = {
  dealname: "name",
  dealstage: "stage",
  pipeline: "pipeline",
  amount: "amount",
  closedate: "closed",
  createdate: "created",
  hubspot_owner_id: "owner",
  hs_deal_stage_probability: "probability",
  hs_manual_forecast_category: "forecast_category",
  dealtype: "deal_type",
  hs_next_step: "next_step",
  deal_currency_code: "currency",
  closed_lost_reason: "loss_reason",
};

/** The deal, its history and its pipelines. */
export const dealFeeds: readonly Feed[] = [
  {
    file: "deal",
    names: ["deals", "*-all-deals", "hubspot-crm-exports-*deals*"],
    object: "opportunity",
    required: true,
    columns: {
      opportunity_id: ["Record ID", "deal_id", "Deal ID", "id"],
      name: ["Deal Name", ...property("dealname")],
      account: ["Associated Company (Primary)", "Associated Company"],
      owner: ["Deal owner", "owner_id", ...property("hubspot_owner_id")],
      stage: ["Deal Stage", "deal_pipeline_stage_id", ...property("dealstage")],
      pipeline: ["Pipeline", "deal_pipeline_id", ...property("pipeline")],
      probability: ["Deal probability", ...property("hs_deal_stage_probability")],
      forecast_category: ["Forecast category", ...property("hs_manual_forecast_category")],
      deal_type: ["Deal Type", ...property("dealtype")],
      amount: ["Amount", ...property("amount")],
      recurring_amount: ["Annual recurring revenue", ...property("hs_arr")],
      annual_amount: ["Annual contract value", ...property("hs_acv")],
      currency: ["Currency", ...property("deal_currency_code")],
      term_months: ["Contract Term (Months)"],
      lead_source: ["Original Traffic Source", ...property("hs_analytics_source")],
      loss_reason: ["Closed Lost Reason", ...property("closed_lost_reason")],
      next_step: ["Next step", ...property("hs_next_step")],
      created: ["Create Date", ...property("createdate")],
      closed: ["Close Date", ...property("closedate")],
      last_activity: ["Last Activity Date", ...property("notes_last_updated")],
      modified: ["Last Modified Date", ...property("hs_lastmodifieddate")],
      is_closed: [
        "Is Deal Closed?",
        "Is Closed (numeric)",
        ...property("hs_is_closed"),
        "Is closed lost",
      ],
      is_won: ["Is Closed Won", ...property("hs_is_closed_won")],
      is_deleted: ["is_deleted"],
    },
    homeAmounts: { amount: ["Amount in company currency", ...property("amount_in_home_currency")] },
    gathered: {
      stage_times: /^Cumulative time in "(?<stage>.+) \((?<pipeline>[^"]+)\)" \(HH:mm:ss\)$/,
    },
    values: { forecast_category: { OMIT: "Omitted" } },
  },
  {
    file: "deal_stage",
    object: "opportunity_history",
    columns: {
      opportunity: ["deal_id"],
      stage: ["value"],
      changed: ["date_entered", "_fivetran_start"],
    },
    joined: { history_id: [["deal_id"], ["value"], ["date_entered", "_fivetran_start"]] },
  },
  {
    file: "deal_property_history",
    object: "opportunity_field_history",
    columns: {
      opportunity: ["deal_id"],
      field: ["name"],
      new_value: ["value"],
      changed: ["timestamp"],
    },
    joined: { history_id: [["deal_id"], ["name"], ["timestamp"]] },
    values: { field: historyFields },
  },
  {
    file: "deal_pipeline",
    object: "pipeline",
    columns: { pipeline_id: ["pipeline_id"], name: ["label"], position: ["display_order"] },
  },
  {
    file: "deal_pipeline_stage",
    object: "pipeline_stage",
    columns: {
      stage_id: ["stage_id"],
      name: ["label"],
      pipeline: ["pipeline_id"],
      position: ["display_order"],
      probability: ["probability"],
      is_closed: ["is_closed"],
      is_won: ["closed_won"],
    },
  },
  {
    file: "deal_company",
    object: "opportunity_account",
    columns: { opportunity: ["deal_id"], account: ["company_id"], is_primary: ["type_id"] },
    joined: { link_id: [["deal_id"], ["company_id"], ["type_id"]] },
    // association type 5 is deal to primary company, 341 deal to company
    values: { is_primary: { "5": "true", "341": "false" } },
  },
  {
    file: "deal_contact",
    object: "opportunity_contact",
    columns: { opportunity: ["deal_id"], contact: ["contact_id"], role: ["category"] },
    joined: { link_id: [["deal_id"], ["contact_id"], ["type_id"]] },
  },
  {
    file: "merged_deal",
    object: "merged_opportunity",
    columns: { opportunity_id: ["merged_deal_id"], into: ["deal_id"] },
  },
];
