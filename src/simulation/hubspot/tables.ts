/**
 * The files of the layout and their headings. Each line begins with the columns of Fivetran's
 * connector in its order (seeds of fivetran/dbt_hubspot; line items and products, which have no
 * seed there, as public queries against the connector name them), followed by further properties,
 * HubSpot's own and the company's, which are `property_<internal name>`.
 */
export const headers = {
  deal: columns(
    "deal_id,is_deleted,deal_pipeline_id,deal_pipeline_stage_id,owner_id,portal_id,property_dealname,property_description,property_amount,property_closedate,property_createdate",
    "property_dealtype,property_deal_currency_code,property_hs_deal_stage_probability,property_hs_manual_forecast_category,property_hs_next_step,property_hs_is_closed,property_hs_is_closed_won,property_hs_primary_associated_company,property_notes_last_updated,property_hs_lastmodifieddate,property_lead_source,property_campaign,property_recurring_revenue,property_term_months,property_closed_lost_reason,property_competitor",
  ),
  deal_stage: columns(
    "_fivetran_start,deal_id,_fivetran_active,_fivetran_end,_fivetran_synced,date_entered,source,source_id,value",
  ),
  deal_property_history: columns("deal_id,timestamp,_fivetran_synced,source,name,source_id,value"),
  deal_pipeline: columns(
    "pipeline_id,_fivetran_deleted,_fivetran_synced,active,display_order,label,created_at,updated_at",
  ),
  deal_pipeline_stage: columns(
    "_fivetran_deleted,_fivetran_synced,active,closed_won,is_closed,display_order,probability,stage_id,label,pipeline_id,created_at,updated_at",
  ),
  deal_company: columns("company_id,deal_id,type_id,category"),
  deal_contact: columns("contact_id,deal_id,_fivetran_synced,type_id,category"),
  owner: columns(
    "owner_id,_fivetran_synced,created_at,portal_id,type,updated_at,email,first_name,last_name,active_user_id",
  ),
  team: columns("id,name,_fivetran_synced"),
  owner_team: columns("owner_id,team_id,is_team_primary,_fivetran_synced"),
  company: columns(
    "id,is_deleted,_fivetran_synced,property_name,property_description,property_createdate,property_industry,property_address,property_address_2,property_city,property_state,property_country,property_annualrevenue,property_hs_all-funky-a9384-syntax",
    "property_domain,property_numberofemployees,property_hubspot_owner_id,property_type,property_segment,property_hs_parent_company_id,property_hs_lastmodifieddate",
  ),
  contact: columns(
    "_fivetran_deleted,_fivetran_synced,property_email,id,property_company,property_firstname,property_lastname,property_email_1,property_createdate,property_jobtitle,property_annualrevenue,property_hs_merged_object_ids,property_created_at,property_first_conversion_date",
    "property_hubspot_owner_id,property_hs_lead_status,property_lifecyclestage,property_hs_lifecyclestage_opportunity_date,property_associatedcompanyid,property_lead_source,property_campaign,property_lastmodifieddate",
  ),
  engagement: columns("id,type,_fivetran_synced,portal_id"),
  engagement_call: columns(
    "engagement_id,_fivetran_deleted,_fivetran_synced,property_hs_createdate,property_hs_timestamp,type",
    "property_hubspot_owner_id,property_hs_call_title,property_hs_call_duration,property_hs_call_status",
  ),
  engagement_email: columns(
    "engagement_id,_fivetran_deleted,_fivetran_synced,property_hs_all_owner_ids,property_hs_all_team_ids,property_hs_createdate,property_hs_email_subject,property_hs_email_text,property_hs_lastmodifieddate,property_hs_modified_by,property_hs_timestamp,property_hubspot_owner_id,property_hubspot_team_id,type",
  ),
  engagement_meeting: columns(
    "engagement_id,_fivetran_synced,created_from_link_id,end_time,pre_meeting_prospect_reminders,source,source_id,start_time,web_conference_meeting_id,meeting_outcome,body,external_url,title",
    "property_hs_createdate,property_hs_timestamp,property_hubspot_owner_id,property_hs_activity_type",
  ),
  engagement_task: columns(
    "engagement_id,_fivetran_deleted,_fivetran_synced,property_hs_createdate,property_hs_object_id,property_hs_task_type,property_hs_timestamp,property_hubspot_owner_id,property_hubspot_team_id,type,task_type,property_hs_engagement_source",
    "property_hs_task_subject,property_hs_task_status",
  ),
  engagement_note: columns(
    "engagement_id,_fivetran_deleted,_fivetran_synced,property_hs_body_preview,property_hs_createdate,property_hs_lastmodifieddate,property_hs_note_body,property_hs_timestamp,property_hubspot_owner_id,property_hubspot_team_id,type",
  ),
  engagement_deal: columns(
    "deal_id,engagement_id,engagement_type,type_id,_fivetran_synced,category",
  ),
  engagement_company: columns(
    "company_id,engagement_id,engagement_type,type_id,_fivetran_synced,category",
  ),
  engagement_contact: columns(
    "contact_id,engagement_id,engagement_type,type_id,_fivetran_synced,category",
  ),
  product: columns(
    "id,is_deleted,_fivetran_synced",
    "property_name,property_hs_sku,property_price,property_family,property_createdate",
  ),
  line_item: columns(
    "id,_fivetran_deleted,_fivetran_synced,product_id",
    "property_name,property_hs_sku,property_quantity,property_price,property_discount,property_amount,property_hs_line_item_currency_code,property_createdate,property_hs_lastmodifieddate",
  ),
  line_item_deal: columns("line_item_id,deal_id,_fivetran_synced,type_id,category"),
} as const;

export type HubspotTable = keyof typeof headers;

function columns(...parts: readonly string[]): readonly string[] {
  return parts.flatMap((part) => part.split(","));
}
