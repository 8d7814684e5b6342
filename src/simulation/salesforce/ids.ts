const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Key prefixes of Salesforce's standard objects. */
const prefixes = {
  Account: "001",
  Opportunity: "006",
  User: "005",
  UserRole: "00E",
  Lead: "00Q",
  Campaign: "701",
  Task: "00T",
  Event: "00U",
  OpportunityHistory: "008",
  OpportunityFieldHistory: "017",
  OpportunityLineItem: "00k",
  Product2: "01t",
  OpportunitySplit: "1NS",
  OpportunityTeamMember: "00q",
  Territory2: "0MI",
  ObjectTerritory2Association: "0TA",
  UserTerritory2Association: "0R1",
} as const;
export type SalesforceObject = keyof typeof prefixes;

/** Key prefix, instance, reserved digit, nine digits of base 62, and the suffix over all of them. */
export function recordId(object: SalesforceObject, number: number): string {
  return withSuffix(`${prefixes[object]}Hn0${base62(number)}`);
}

function base62(value: number): string {
  let text = "";
  let rest = value;
  for (let place = 0; place < 9; place++) {
    text = digits.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

/** The 18-character form: three letters that tell which of the 15 characters are capitals. */
export function withSuffix(id: string): string {
  let suffix = "";
  for (let block = 0; block < 15; block += 5) {
    let flags = 0;
    for (let bit = 0; bit < 5; bit++) {
      const code = id.charCodeAt(block + bit);
      if (code >= 65 && code <= 90) flags |= 1 << bit;
    }
    suffix += alphabet.charAt(flags);
  }
  return id + suffix;
}
