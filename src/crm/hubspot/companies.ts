import type { Feed } from "../feed.ts";
import { property } from "./property.ts";

const company: Feed = {
  file: "company",
  names: ["companies", "all-companies", "hubspot-crm-exports-*companies*"],
  object: "account",
  columns: {
    account_id: ["Record ID", "company_id", "id"],
    name: ["Company name", ...property("name")],
    domain: ["Company Domain Name", ...property("domain"), "Website URL", ...property("website")],
    industry: ["Industry", ...property("industry")],
    country: ["Country/Region", ...property("country")],
    employees: ["Number of Employees", ...property("numberofemployees")],
    annual_revenue: ["Annual Revenue", ...property("annualrevenue")],
    parent: ["Parent Company", ...property("hs_parent_company_id")],
    owner: ["Company owner", ...property("hubspot_owner_id")],
    created: ["Create Date", ...property("createdate")],
    is_deleted: ["is_deleted"],
  },
};

/** Lifecycle stages by internal name and label: from the one on that a deal brings. */
const isConverted = {
  subscriber: "false",
  Subscriber: "false",
  lead: "false",
  Lead: "false",
  marketingqualifiedlead: "false",
  "Marketing Qualified Lead": "false",
  salesqualifiedlead: "false",
  "Sales Qualified Lead": "false",
  opportunity: "true",
  Opportunity: "true",
  customer: "true",
  Customer: "true",
  evangelist: "true",
  Evangelist: "true",
  other: "",
  Other: "",
};

/** A contact is its own lead: one that was ever worked as such has a lead status. */
const contact: Feed = {
  file: "contact",
  names: ["contacts", "all-contacts", "hubspot-crm-exports-*contacts*"],
  object: "lead",
  columns: {
    lead_id: ["Record ID", "contact_id", "id"],
    contact: ["Record ID", "contact_id", "id"],
    email: ["Email", ...property("email")],
    title: ["Job Title", ...property("jobtitle")],
    company: ["Company Name", ...property("company")],
    status: ["Lead Status", ...property("hs_lead_status")],
    lead_source: ["Original Traffic Source", ...property("hs_analytics_source")],
    account: ["Associated Company", ...property("associatedcompanyid")],
    owner: ["Contact owner", ...property("hubspot_owner_id")],
    created: ["Create Date", ...property("createdate")],
    converted: ["Became an Opportunity Date", ...property("hs_lifecyclestage_opportunity_date")],
    is_converted: ["Lifecycle Stage", ...property("lifecyclestage")],
    is_deleted: ["is_deleted", "_fivetran_deleted"],
  },
  joined: {
    name: [
      ["First Name", ...property("firstname")],
      ["Last Name", ...property("lastname")],
    ],
  },
  values: { is_converted: isConverted },
};

/** Companies, contacts, and the owners and teams that look after them. */
export const companyFeeds: readonly Feed[] = [
  company,
  contact,
  {
    file: "owner",
    names: ["owners"],
    object: "user",
    columns: {
      user_id: ["owner_id", "id"],
      email: ["email"],
      is_active: ["is_active", "archived"],
    },
    joined: { name: [["first_name"], ["last_name"]] },
  },
  {
    file: "team",
    names: ["teams"],
    object: "user_team",
    columns: { team_id: ["id", "team_id"], name: ["name"] },
  },
  {
    file: "owner_team",
    object: "user_team_member",
    columns: { user: ["owner_id"], team: ["team_id"], is_primary: ["is_team_primary"] },
    joined: { member_id: [["owner_id"], ["team_id"]] },
  },
];
