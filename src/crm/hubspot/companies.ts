import type { Feed } from "../feed.ts";
import { property } from "./property.ts";

/** Companies, contacts, and the owners and teams that look after them. */
export const companyFeeds: readonly Feed[] = [
  {
    file: "company",
    names: ["companies", "*-all-companies", "hubspot-crm-exports-*companies*"],
    object: "account",
    columns: {
      account_id: ["Record ID", "company_id", "id"],
      name: ["Company name", ...property("name")],
      industry: ["Industry", ...property("industry")],
      country: ["Country/Region", ...property("country")],
      employees: ["Number of Employees", ...property("numberofemployees")],
      annual_revenue: ["Annual Revenue", ...property("annualrevenue")],
      parent: ["Parent Company", ...property("hs_parent_company_id")],
      owner: ["Company owner", ...property("hubspot_owner_id")],
      created: ["Create Date", ...property("createdate")],
      is_deleted: ["is_deleted"],
    },
  },
  {
    file: "contact",
    names: ["contacts", "*-all-contacts", "hubspot-crm-exports-*contacts*"],
    object: "contact",
    columns: {
      contact_id: ["Record ID", "contact_id", "id"],
      email: ["Email", ...property("email")],
      title: ["Job Title", ...property("jobtitle")],
      account: ["Associated Company", ...property("associatedcompanyid")],
      owner: ["Contact owner", ...property("hubspot_owner_id")],
      created: ["Create Date", ...property("createdate")],
      is_deleted: ["is_deleted"],
    },
    joined: {
      name: [
        ["First Name", ...property("firstname")],
        ["Last Name", ...property("lastname")],
      ],
    },
  },
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
