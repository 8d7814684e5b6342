/** What people type into opportunities. */
export const stages = [
  "Prospecting",
  "Qualification",
  "Needs Analysis",
  "Proposal/Price Quote",
  "Negotiation/Review",
  "Closed Won",
  "Closed Lost",
] as const;
/** Percent, as Salesforce keeps it. */
export const stagePercents = [10, 20, 35, 60, 85, 100, 0] as const;
export const stageCount = 5;
export const wonStage = 5;
export const lostStage = 6;

export const categories = ["Pipeline", "Best Case", "Commit", "Closed", "Omitted"] as const;
/** The API's restricted names of the same categories. */
export const categoryCodes = ["Pipeline", "BestCase", "Forecast", "Closed", "Omitted"] as const;
export const closedCategory = 3;
export const omittedCategory = 4;

export const nextSteps: readonly (readonly string[])[] = [
  ["", "Intro call", "Find the budget holder", "Send one-pager"],
  ["", "Discovery call with IT", "Confirm budget and timing", "Map stakeholders"],
  ["", "Workshop with operations, then demo", "Demo for end users", "Security questionnaire"],
  [
    "Send proposal",
    "Walk CFO through pricing",
    "Business case review",
    "Reference call, then pricing",
  ],
  [
    "Legal review",
    "Redlines with procurement",
    "Signature expected",
    "Final approval, PO to follow",
  ],
  ["", "Kick-off booked", "Hand over to onboarding"],
  ["", "Check back in two quarters"],
];

export const lossReasons = [
  "No decision",
  "Price",
  "Lost to competitor",
  "Missing capability",
  "Timing",
  "Budget cut",
  "Champion left",
] as const;
export const lossWeights = [30, 18, 22, 10, 11, 6, 3] as const;
export const competitors = [
  "Northbeam",
  "Corvida",
  "Truvance",
  "Stackridge",
  "In-house build",
] as const;

export const taskSubjects = {
  Call: ["Call", "Discovery call", "Follow-up call", "Pricing call", "Left voicemail"],
  Email: ["Email: next steps", "Email: proposal attached", "Email: recap", "Email: reference"],
} as const;
export const meetingSubjects = [
  "Meeting",
  "Demo",
  "On-site workshop",
  "Executive sponsor meeting",
] as const;
export const webinarSubjects = ["Webinar: product tour", "Webinar: customer panel"] as const;
