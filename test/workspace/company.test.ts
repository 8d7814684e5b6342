import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { layoutOf } from "../../pipelines/ingest/source-layout.ts";
import { layouts } from "../../src/crm/layout.ts";
import { formatInputError, type InputError, InputErrors } from "../../src/errors.ts";
import { parseCompany } from "../../src/workspace/company.ts";

/** The kinds of source that are known here. */
const crms = ["salesforce"];

const whole = `name: Acme
currency: JPY
fiscal_year_starts: 2
time_zone: Asia/Tokyo
bookings_measure: recurring
sources:
  crm:
    kind: salesforce
    drops: full
    max_age_days: 10
    columns:
      opportunity: { segment: Segment__c }
  ledger:
    kind: table
    drops: delta
    files: { opportunity: deals }
    stages:
      - { stage: Won, status: won }
stages:
  - { stage: " Open ", status: open, probability: 0.1 }
settings:
  min_cell: 3
quota: { growth: 0.12 }
`;

/** What is said of a company file, each mistake as its reader sees it. */
function mistakes(text: string): string[] {
  try {
    parseCompany(text, "company.yaml", crms);
  } catch (error) {
    if (!(error instanceof InputErrors)) throw error;
    return error.errors.map((one: InputError) => formatInputError(one));
  }
  return [];
}

/** The whole file with one of its lines written otherwise. */
const changed = (line: string, into: string) => {
  expect(whole).toContain(line);
  return whole.replace(line, into);
};

describe("a company file", () => {
  test("is read whole, stages of the company going to sources without their own", () => {
    const company = parseCompany(whole, "company.yaml", crms);
    expect(company).toMatchObject({
      name: "Acme",
      currency: "JPY",
      calendar: { startMonth: 2 },
      timeZone: "Asia/Tokyo",
      bookingsMeasure: "recurring",
      quota: { growth: 0.12 },
      settings: { minCell: 3, shareAtQuotaAim: 0.65 },
    });
    expect(company.sources.crm?.stages).toEqual([
      { stage: "Open", status: "open", probability: 0.1 },
    ]);
    expect(company.sources.ledger?.stages).toEqual([{ stage: "Won", status: "won" }]);
  });

  test("needs only a name, a currency and sources; the rest has defaults", () => {
    const text = "name: A\ncurrency: USD\nsources: { crm: { kind: salesforce, drops: full } }\n";
    expect(parseCompany(text, "company.yaml", crms)).toMatchObject({
      calendar: { startMonth: 1 },
      timeZone: "UTC",
      bookingsMeasure: "amount",
      quota: { growth: 0, overAssignment: { region: 0, team: 0, rep: 0 }, roundTo: null },
      settings: {
        minCell: 5,
        shareAtQuotaAim: 0.65,
        rejectedRowsLimit: 0.01, // refuse to publish above 1 % of rows,
        rejectedAmountLimit: 0.005, // or 0.5 % of amount
      },
    });
  });
});

describe("a misspelt key names its line and the key meant", () => {
  test.each([
    ["of the file", "currency: JPY", "curency: JPY", "curency", 2, "currency"],
    ["that holds others", "settings:", "setings:", "setings", 21, "settings"],
    ["of the settings", "  min_cell: 3", "  min_cel: 3", "min_cel", 22, "min_cell"],
    ["inside a source", "max_age_days: 10", "max_age_day: 10", "max_age_day", 10, "max_age_days"],
    ["inside a source that maps tables", "files:", "file:", "file", 16, "files"],
    ["of a stage", "probability: 0.1", "probabilty: 0.1", "probabilty", 20, "probability"],
    ["of the quotas", "growth: 0.12", "grwth: 0.12", "grwth", 23, "growth"],
  ])("%s", (_, line, into, key, at, meant) => {
    expect(mistakes(changed(line, into))).toContain(
      `unknown key: ${key}\n  in company.yaml, line ${at}\n  Did you mean "${meant}"?`,
    );
  });

  test("also a key by which to match", () => {
    const matching = "matching: { account: [domian], rep: [phone] }\n";
    expect(mistakes(whole + matching)).toEqual([
      expect.stringContaining('unknown key: "domian"; did you mean "domain"?'),
      expect.stringContaining('unknown key: "phone"; one is email, name'),
    ]);
    expect(mistakes(`${whole}matching: { acount: [domain] }\n`)).toEqual([
      'unknown key: acount\n  in company.yaml, line 24\n  Did you mean "account"?',
    ]);
  });

  test("and is to be removed when it is near none", () => {
    expect(mistakes(`${whole}commission: 3\n`)).toEqual([
      "unknown key: commission\n  in company.yaml, line 24\n  Remove it.",
    ]);
  });
});

describe("a wrong value names its line and what it must be", () => {
  test.each([
    ["currency: JPY", "currency: Yen", 2, /currency: a currency is three capitals/],
    ["fiscal_year_starts: 2", "fiscal_year_starts: 13", 3, /fiscal_year_starts: .*12/],
    ["time_zone: Asia/Tokyo", "time_zone: Tokyo", 4, /time_zone: unknown time zone/],
    ["recurring", "bookings", 5, /bookings_measure: .*amount, annual, recurring/],
    ["kind: salesforce", "kind: sugar", 8, /sources\.crm\.kind: /],
    ["drops: full", "drops: all", 9, /sources\.crm\.drops: .*full, delta/],
    ["max_age_days: 10", "max_age_days: ten", 10, /sources\.crm\.max_age_days: .*number/],
    ["probability: 0.1", "probability: 65", 20, /stages\.0\.probability: .*1/],
    ["status: open", "status: opened", 20, /stages\.0\.status: /],
  ])("%s → %s", (line, into, at, message) => {
    const [mistake] = mistakes(changed(line, into));
    expect(mistake).toMatch(message);
    expect(mistake).toContain(`in company.yaml, line ${at}\n`);
    expect(mistake).toMatch(/\n {2}(Mend \S+ in company\.yaml|Instead of \S+, write .+)\.$/);
  });

  test("a missing key is told by its name, where it is to be added", () => {
    const missing = (key: string) => `missing key: ${key}\n  in company.yaml\n  Add `;
    expect(mistakes("")).toEqual([
      `${missing("name of company file")}name: …`,
      `${missing("currency of company file")}currency: …`,
      `${missing("sources of company file")}sources: …`,
    ]);
    expect(mistakes(changed(", status: open", ""))).toEqual([
      "missing key: status of stages.0\n  in company.yaml, line 20\n  Add status: …",
    ]);
  });

  test("text that begins with an asterisk is told with its line", () => {
    expect(mistakes("name: A\ncurrency: *x\n")).toEqual([
      "unknown alias: *x\n  in company.yaml, line 2\n  Put quotes around it, where the asterisk is part of the text.",
    ]);
    expect(mistakes("name: &x A\ncurrency: USD\nsources: *x\n").join()).not.toMatch(/alias/);
  });

  test("every mistake is told at once", () => {
    const text = changed("currency: JPY", "curency: JPY").replace("drops: full", "drops: all");
    expect(mistakes(text)).toHaveLength(3); // the unknown key, the missing one, the wrong value
  });

  test("text that is no YAML is told with its line", () => {
    expect(mistakes("name: Acme\ncurrency: [USD\n").join()).toMatch(
      /^unreadable YAML: .*\n {2}in company\.yaml, line [23]/,
    );
    expect(mistakes("name: A\nname: B\n")[0]).toMatch(/^unreadable YAML: .*unique/);
  });
});

describe("the company files in the README", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const blocks = [...readme.matchAll(/^```yaml\n(name: [\s\S]*?)^```$/gm)].map(
    ([, text = ""]) => text,
  );

  test("are of every CRM that is known", () => {
    const kinds = blocks.map((text) => /kind: (\w+)/.exec(text)?.[1]);
    expect(kinds.toSorted()).toEqual(Object.keys(layouts).toSorted());
  });

  test.each(blocks)("are right, with objects and columns that there are: %#", (text) => {
    const { sources } = parseCompany(text, "README.md", Object.keys(layouts));
    for (const [name, source] of Object.entries(sources)) {
      expect(layoutOf(name, source).feeds.length).toBeGreaterThan(0);
      expect(source.stages?.length).toBeGreaterThan(0);
    }
  });
});
