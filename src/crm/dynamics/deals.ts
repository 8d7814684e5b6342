import type { Feed } from "../feed.ts";
import { lookup } from "./lookup.ts";

/** `salesstage`. */
const salesStages = { "0": "Qualify", "1": "Develop", "2": "Propose", "3": "Close" };

/** `msdyn_forecastcategory` by code. */
const categories = {
  "100000001": "Pipeline",
  "100000002": "Best Case",
  "100000003": "Commit",
  "100000004": "Omitted",
  "100000005": "Closed",
  "100000006": "Omitted",
};

/** `statuscode`: only the reasons of a lost opportunity say why. */
const lossReasons = {
  "1": "",
  "In Progress": "",
  "2": "",
  "On Hold": "",
  "3": "",
  Won: "",
  "4": "Canceled",
  "5": "Out-Sold",
};

/** Currencies by the names under which the organisation sets them up. */
const currencies = {
  "US Dollar": "USD",
  Euro: "EUR",
  "Pound Sterling": "GBP",
  "British Pound": "GBP",
  "Swiss Franc": "CHF",
  "Canadian Dollar": "CAD",
  "Australian Dollar": "AUD",
  "Japanese Yen": "JPY",
};

export const dealFeeds: readonly Feed[] = [
  {
    file: "opportunity",
    names: ["opportunities", "*opportunities*"],
    object: "opportunity",
    required: true,
    columns: {
      opportunity_id: ["(Do Not Modify) Opportunity", "opportunityid", "Opportunity"],
      name: ["Topic", "name"],
      account: ["Account", ...lookup("parentaccountid"), "Account Name"],
      owner: ["Owner", ...lookup("ownerid")],
      stage: ["Sales Stage", "salesstage"],
      probability: ["Probability", "closeprobability"],
      forecast_category: ["Forecast category", "msdyn_forecastcategory"],
      amount: ["Est. revenue", "estimatedvalue"],
      won_amount: ["Actual Revenue", "actualvalue"],
      currency: ["Currency", ...lookup("transactioncurrencyid")],
      lead_source: ["Lead Source", "leadsourcecode"],
      campaign: ["Source Campaign", ...lookup("campaignid")],
      loss_reason: ["Status Reason", "statuscode"],
      created: ["Created On", "createdon"],
      modified: ["(Do Not Modify) Modified On", "Modified On", "modifiedon"],
      closed: ["Actual Close Date", "actualclosedate"],
      is_closed: ["Status", "statecode"],
      is_won: ["Status", "statecode"],
    },
    // an organisation that doesn't keep the sales stage has the phase of its process
    fallbacks: {
      account: ["Potential Customer", ...lookup("customerid")],
      stage: ["Pipeline Phase", "stepname"],
      closed: ["Est. close date", "estimatedclosedate"],
    },
    homeAmounts: {
      amount: ["Est. Revenue (Base)", "estimatedvalue_base"],
      won_amount: ["Actual Revenue (Base)", "actualvalue_base"],
    },
    values: {
      stage: salesStages,
      forecast_category: categories,
      loss_reason: lossReasons,
      currency: currencies,
      is_closed: {
        "0": "false",
        Open: "false",
        "1": "true",
        Won: "true",
        "2": "true",
        Lost: "true",
      },
      is_won: {
        "0": "false",
        Open: "false",
        "1": "true",
        Won: "true",
        "2": "false",
        Lost: "false",
      },
    },
  },
];
