/** How the text of a column is read. `date` also takes a timestamp and keeps the company's day. */
export type ColumnKind = "text" | "amount" | "number" | "percent" | "date" | "timestamp" | "flag";

export interface Column {
  readonly kind: ColumnKind;
  /** A row without it is rejected, and an export without the column stops the rebuild. */
  readonly required?: true;
  /** An export without the column stops the rebuild, though a row may leave it blank. */
  readonly expected?: true;
}

const text = { kind: "text" } as const;
const expectedText = { kind: "text", expected: true } as const;
const expectedAmount = { kind: "amount", expected: true } as const;
const expectedDate = { kind: "date", expected: true } as const;
const amount = { kind: "amount" } as const;
const number = { kind: "number" } as const;
const percent = { kind: "percent" } as const;
const date = { kind: "date" } as const;
const timestamp = { kind: "timestamp", required: true } as const;
const flag = { kind: "flag" } as const;
const id = { kind: "text", required: true } as const;

/**
 * Every object that an export may feed, with its canonical columns. The first column is the key
 * by which a later drop's row supersedes an earlier one.
 */
export const objects = {
  opportunity: {
    opportunity_id: id,
    name: text,
    account: text,
    owner: expectedText,
    stage: id,
    probability: percent,
    forecast_category: text,
    deal_type: text,
    amount: expectedAmount,
    recurring_amount: amount,
    annual_amount: amount,
    currency: text,
    term_months: number,
    product: text,
    segment: text,
    lead_source: text,
    campaign: text,
    loss_reason: text,
    competitor: text,
    next_step: text,
    created: expectedDate,
    closed: expectedDate,
    last_activity: date,
    is_closed: flag,
    is_won: flag,
    is_deleted: flag,
  },
  opportunity_history: {
    history_id: id,
    opportunity: id,
    stage: text,
    amount,
    currency: text,
    probability: percent,
    forecast_category: text,
    closed: date,
    changed: timestamp,
  },
  opportunity_field_history: {
    history_id: id,
    opportunity: id,
    field: id,
    old_value: text,
    new_value: text,
    changed: timestamp,
  },
  opportunity_line: {
    line_id: id,
    opportunity: id,
    product: text,
    quantity: number,
    unit_price: amount,
    amount,
    currency: text,
    is_deleted: flag,
  },
  opportunity_split: {
    split_id: id,
    opportunity: id,
    owner: id,
    credit: percent,
    split_type: text,
    is_deleted: flag,
  },
  opportunity_team_member: {
    member_id: id,
    opportunity: id,
    user: id,
    role: text,
    is_deleted: flag,
  },
  account: {
    account_id: id,
    name: text,
    segment: text,
    industry: text,
    country: text,
    employees: number,
    annual_revenue: amount,
    parent: text,
    owner: text,
    created: date,
    is_deleted: flag,
  },
  user: {
    user_id: id,
    name: text,
    email: text,
    is_active: flag,
    manager: text,
    role: text,
    team: text,
    region: text,
  },
  user_role: { role_id: id, name: text, parent: text },
  product: { product_id: id, name: text, family: text },
  campaign: {
    campaign_id: id,
    name: text,
    kind: text,
    status: text,
    start: date,
    end: date,
    cost: amount,
  },
  lead: {
    lead_id: id,
    status: text,
    lead_source: text,
    campaign: text,
    owner: text,
    created: date,
    converted: date,
    opportunity: text,
    account: text,
    is_converted: flag,
    is_deleted: flag,
  },
  activity: {
    activity_id: id,
    kind: text,
    owner: text,
    related: text,
    account: text,
    held: date,
    duration_minutes: number,
    duration_seconds: number,
    is_deleted: flag,
  },
  roster: {
    person_id: id,
    name: id,
    email: text,
    crm_user_id: text,
    role: text,
    team: text,
    region: text,
    manager_id: text,
    hired_on: date,
    left_on: date,
    on_target_earnings: amount,
    variable_share: number,
    currency: text,
    effective_from: date,
    recorded_on: date,
  },
  quota: {
    entity_type: id,
    entity_id: id,
    measure: text,
    period: id,
    amount: { kind: "amount", required: true },
    currency: text,
    effective_from: date,
    recorded_on: date,
    reason: text,
  },
  currency_rate: {
    date: { kind: "date", required: true },
    currency: id,
    per_company_currency: { kind: "number", required: true },
  },
  budget: {
    period: id,
    category: id,
    team: text,
    amount: { kind: "amount", required: true },
    currency: text,
    kind: id,
    recorded_on: date,
  },
  credit_split: {
    opportunity_id: id,
    person_id: id,
    credit_share: number,
    pay_share: number,
    role: text,
    effective_from: date,
    recorded_on: date,
  },
  call: {
    recorded_on: { kind: "date", required: true },
    entity_type: id,
    entity_id: id,
    period: id,
    category: id,
    amount: { kind: "amount", required: true },
    by: text,
  },
  indicator: {
    name: id,
    date: { kind: "date", required: true },
    value: { kind: "number", required: true },
    recorded_on: date,
  },
  invoice: {
    invoice_id: id,
    account_id: text,
    opportunity_id: text,
    issued_on: date,
    due_on: date,
    amount: { kind: "amount", required: true },
    currency: text,
    kind: text,
  },
  payment: {
    payment_id: id,
    invoice_id: id,
    paid_on: date,
    amount: { kind: "amount", required: true },
    currency: text,
  },
  subscription: {
    subscription_id: id,
    account_id: text,
    opportunity_id: text,
    start: date,
    end: date,
    monthly_amount: amount,
    currency: text,
  },
  training: { person_id: id, program: id, completed_on: date, score: number },
  coaching: {
    person_id: id,
    coach_id: text,
    held_on: date,
    focus: text,
    note: text,
    next_step: text,
  },
  survey: { survey: id, person_id: text, asked_on: date, question: text, score: number },
} as const satisfies Record<string, Readonly<Record<string, Column>>>;

export type ObjectName = keyof typeof objects;

/** The canonical columns of an object by name, in their order. */
export function columnsOf(object: ObjectName): Readonly<Record<string, Column>> {
  return objects[object];
}

/** Whether a word names an object that an export may feed. */
export function isObjectName(word: string): word is ObjectName {
  return Object.hasOwn(objects, word);
}
