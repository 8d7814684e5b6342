import type { Feed } from "../feed.ts";

/** Accounts, people and territories. */
export const accountFeeds: readonly Feed[] = [
  {
    file: "Account",
    names: ["Accounts"],
    object: "account",
    columns: {
      account_id: ["Id", "Account ID"],
      name: ["Name", "Account Name"],
      industry: ["Industry"],
      country: ["BillingCountryCode", "BillingCountry", "Billing Country"],
      employees: ["NumberOfEmployees", "Employees"],
      annual_revenue: ["AnnualRevenue", "Annual Revenue"],
      parent: ["ParentId", "Parent Account ID"],
      owner: ["OwnerId", "Owner ID", "Account Owner"],
      created: ["CreatedDate", "Created Date"],
      is_deleted: ["IsDeleted"],
    },
  },
  {
    file: "Contact",
    names: ["Contacts"],
    object: "contact",
    columns: {
      contact_id: ["Id", "Contact ID"],
      name: ["Name", "Full Name"],
      email: ["Email"],
      title: ["Title"],
      account: ["AccountId", "Account ID", "Account Name"],
      owner: ["OwnerId", "Owner ID", "Contact Owner"],
      created: ["CreatedDate", "Created Date"],
      is_deleted: ["IsDeleted"],
    },
    joined: {
      name: [
        ["FirstName", "First Name"],
        ["LastName", "Last Name"],
      ],
    },
  },
  {
    file: "User",
    names: ["Users"],
    object: "user",
    columns: {
      user_id: ["Id", "User ID"],
      name: ["Name", "Full Name"],
      email: ["Email"],
      is_active: ["IsActive", "Active"],
      manager: ["ManagerId", "Manager ID"],
      role: ["UserRoleId", "Role ID"],
    },
    joined: {
      name: [
        ["FirstName", "First Name"],
        ["LastName", "Last Name"],
      ],
    },
  },
  {
    file: "UserRole",
    object: "user_role",
    columns: { role_id: ["Id"], name: ["Name"], parent: ["ParentRoleId"] },
  },
  {
    file: "Territory2",
    object: "territory",
    columns: { territory_id: ["Id"], name: ["Name"], parent: ["ParentTerritory2Id"] },
  },
  {
    file: "UserTerritory2Association",
    object: "territory_user",
    columns: {
      link_id: ["Id"],
      territory: ["Territory2Id"],
      user: ["UserId"],
      role: ["RoleInTerritory2"],
      is_active: ["IsActive"],
    },
  },
  {
    file: "ObjectTerritory2Association",
    object: "territory_account",
    columns: {
      link_id: ["Id"],
      territory: ["Territory2Id"],
      account: ["ObjectId"],
      cause: ["AssociationCause"],
    },
  },
];
