import { type Feed, layoutIn } from "./feed.ts";

/** Whether a deal is closed, and won, by its status. */
const isClosed = {
  Open: "false",
  open: "false",
  Won: "true",
  won: "true",
  Lost: "true",
  lost: "true",
};
const isWon = { ...isClosed, Lost: "false", lost: "false" };

const deal: Feed = {
  file: "deals",
  names: ["deal"],
  object: "opportunity",
  required: true,
  columns: {
    opportunity_id: ["Deal - ID", "Deal - Pipedrive System ID"],
    name: ["Deal - Title"],
    account: ["Deal - Organization", "Organization", "Organization - Name"],
    owner: ["Deal - Owner"],
    stage: ["Deal - Stage", "Deal - Stage (pipeline)"],
    pipeline: ["Deal - Pipeline"],
    probability: ["Deal - Probability"],
    amount: ["Deal - Value"],
    currency: ["Deal - Currency", "Deal - Currency of value"],
    lead_source: ["Deal - Lead Source", "Deal - Source origin"],
    loss_reason: ["Deal - Lost reason"],
    // activities are planned rather than steps: the date of the next one tells that there is one
    next_step: ["Deal - Next activity date"],
    created: ["Deal - Deal created", "Deal - Creation date"],
    last_activity: ["Deal - Last activity date"],
    closed: ["Deal - Closed on"],
    is_closed: ["Deal - Status"],
    is_won: ["Deal - Status"],
    is_deleted: ["Deal - Status"],
  },
  fallbacks: { closed: ["Deal - Won time", "Deal - Lost time", "Deal - Expected close date"] },
  values: {
    is_closed: isClosed,
    is_won: isWon,
    is_deleted: { Deleted: "true", deleted: "true" },
  },
};

const organization: Feed = {
  file: "organizations",
  names: ["organization"],
  object: "account",
  columns: {
    // without ids an organisation is known by the name that deals give
    account_id: ["Organization - ID", "Organization - Pipedrive System ID", "Organization - Name"],
    name: ["Organization - Name"],
    segment: ["Organization - Label", "Organization - Labels"],
    country: ["Organization - Country of Address", "Organization - Address - Country of Address"],
    owner: ["Organization - Owner"],
    created: ["Organization - Organization created", "Organization - Creation date"],
  },
};

const person: Feed = {
  file: "people",
  names: ["persons", "person"],
  object: "contact",
  columns: {
    contact_id: ["Person - ID", "Person - Pipedrive System ID", "Person - Name"],
    name: ["Person - Name"],
    email: ["Person - Email (Work)", "Person - Email - Work", "Person - Email"],
    account: ["Person - Organization", "Organization", "Organization - Name"],
    owner: ["Person - Owner"],
    created: ["Person - Person created", "Person - Creation date"],
  },
};

const activity: Feed = {
  file: "activities",
  names: ["activity"],
  object: "activity",
  columns: {
    activity_id: ["Activity - ID", "Activity - System ID", "Activity - Pipedrive System ID"],
    kind: ["Activity - Type"],
    subject: ["Activity - Subject"],
    owner: ["Activity - Assigned to user"],
    related: ["Deal - ID", "Activity - Deal", "Deal - Title"],
    account: ["Activity - Organization", "Organization - Name"],
    held: ["Activity - Due date"],
    is_done: ["Activity - Done"],
  },
  values: {
    is_done: { Done: "true", done: "true", Undone: "false", undone: "false", "To do": "false" },
  },
};

/**
 * Pipedrive: the `Entity - Field` headings of its list exports. Numbers and dates follow the user's
 * locale; a deal names its organisation and person.
 */
export const pipedrive = layoutIn({ shares: "percent", numbers: "local", names: "loose" }, [
  deal,
  organization,
  person,
  activity,
]);
