/** How readers call what deals are compared by. */

/** Dimensions in the order in which a reader chooses among them. */
export const dimensionWords: Readonly<Record<string, string>> = {
  segment: "Segment",
  industry: "Industry",
  employees: "Size of company",
  lead_source: "Lead source",
  product: "Product",
  region: "Region",
  country: "Country",
  deal_type: "Type of deal",
};

/** What deals of a scope are called, one and many. */
export const scopeWords: Readonly<Record<string, readonly [one: string, many: string]>> = {
  all: ["deal", "deals"],
  new: ["new deal", "new deals"],
  expansion: ["expansion", "expansions"],
  renewal: ["renewal", "renewals"],
};

/** Measures of effort: what is counted, one and many. */
export const effortWords: Readonly<Record<string, readonly [one: string, many: string]>> = {
  activities: ["activity", "activities"],
  rep_days: ["rep-day", "rep-days"],
  contact_minutes: ["minute in calls and meetings", "minutes in calls and meetings"],
  open_days: ["day open", "days open"],
};

const unknownValue = "unassigned";
const dealTypes: Readonly<Record<string, string>> = {
  new: "New business",
  expansion: "Expansion",
  renewal: "Renewal",
};

/** A value as a label: `250 to 999 employees`, `Not given`. */
export function valueLabel(
  dimension: string,
  value: string,
  products: ReadonlyMap<string, string>,
): string {
  if (value === unknownValue) return "Not given";
  if (dimension === "employees") return `${value} employees`;
  if (dimension === "product") return products.get(value) ?? value;
  if (dimension === "deal_type") return dealTypes[value] ?? value;
  return value;
}

/** A value within a sentence: `companies of 250 to 999 employees`. */
export function valueInSentence(dimension: string, label: string): string {
  return dimension === "employees" ? `companies of ${label}` : label;
}
