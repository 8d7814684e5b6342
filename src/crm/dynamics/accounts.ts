import type { Feed } from "../feed.ts";
import { lookup } from "./lookup.ts";

/** Accounts, and the users who own records. */
export const accountFeeds: readonly Feed[] = [
  {
    file: "account",
    names: ["accounts", "*accounts*"],
    object: "account",
    columns: {
      account_id: ["(Do Not Modify) Account", "accountid", "Account"],
      name: ["Account Name", "name"],
      industry: ["Industry", "industrycode"],
      country: ["Address 1: Country/Region", "address1_country"],
      employees: ["Number of Employees", "numberofemployees"],
      annual_revenue: ["Annual Revenue", "revenue"],
      parent: ["Parent Account", ...lookup("parentaccountid")],
      owner: ["Owner", ...lookup("ownerid")],
      territory: ["Territory", ...lookup("territoryid")],
      created: ["Created On", "createdon"],
    },
  },
  {
    file: "systemuser",
    names: ["users", "*users*"],
    object: "user",
    columns: {
      user_id: ["(Do Not Modify) User", "systemuserid", "ownerid", "User"],
      name: ["Full Name", "fullname"],
      email: ["Primary Email", "internalemailaddress"],
      is_active: ["Status", "isdisabled"],
      manager: ["Manager", ...lookup("parentsystemuserid")],
      role: ["Title", "title"],
      team: ["Business Unit", ...lookup("businessunitid")],
    },
    values: {
      is_active: {
        Enabled: "true",
        Disabled: "false",
        // the logical column asks whether the user is disabled
        "0": "true",
        False: "true",
        false: "true",
        "1": "false",
        True: "false",
        true: "false",
      },
    },
  },
];
