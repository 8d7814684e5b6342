import type { DealKind } from "../deal.ts";
import { stages } from "../words/deals.ts";

export const pipelineId = "default";
export const pipelineLabel = "Sales Pipeline";

/** Internal values of the default pipeline; orgs rename the labels and keep these. */
export const stageIds = [
  "appointmentscheduled",
  "qualifiedtobuy",
  "presentationscheduled",
  "decisionmakerboughtin",
  "contractsent",
  "closedwon",
  "closedlost",
] as const;

/** The company's names of the stages; one was typed with a blank at its end. */
export const stageLabels = stages.map((stage, index) => (index === 4 ? `${stage} ` : stage));

export const stageRates = ["0.1", "0.2", "0.35", "0.6", "0.85", "1.0", "0.0"] as const;

/** Options of `hs_manual_forecast_category`, in the order of the company's categories. */
export const categoryCodes = ["PIPELINE", "BEST_CASE", "COMMIT", "CLOSED", "OMIT"] as const;
export const categoryLabels = [
  "Pipeline",
  "Best case",
  "Commit",
  "Closed won",
  "Not forecasted",
] as const;

/** Options of `dealtype`: the two that HubSpot comes with, and one of the company's own. */
export const dealTypes: Readonly<Record<DealKind, readonly [code: string, label: string]>> = {
  new: ["newbusiness", "New Business"],
  expansion: ["existingbusiness", "Existing Business"],
  renewal: ["renewal", "Renewal"],
};

/** What HubSpot itself makes of where a deal came from. */
export const trafficSources: Readonly<Record<string, string>> = {
  Web: "Organic search",
  Webinar: "Email marketing",
  "Trade Show": "Offline sources",
  "Paid Search": "Paid search",
  "Partner Referral": "Referrals",
  "Customer Referral": "Referrals",
  Outbound: "Offline sources",
  "Existing Customer": "Direct traffic",
};

/** Association types that HubSpot defines. */
export const associations = {
  dealToCompany: "5",
  dealToContact: "3",
  lineItemToDeal: "20",
  toDeal: { CALL: "206", EMAIL: "210", MEETING: "212", NOTE: "214", TASK: "216" },
  toCompany: { CALL: "182", EMAIL: "186", MEETING: "188", NOTE: "190", TASK: "192" },
  toContact: { CALL: "194", EMAIL: "198", MEETING: "200", NOTE: "202", TASK: "204" },
} as const;
export const definedBy = "HUBSPOT_DEFINED";
