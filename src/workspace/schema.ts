import { z } from "zod";
import { nearest } from "../errors.ts";
import { date } from "./date.ts";

const monthOfYear = z.number().int().min(1).max(12);
const rate = z.number().min(0).max(1);
const surplus = z.number().gt(-1).max(1).default(0);
const currency = z.string().regex(/^[A-Z]{3}$/, "a currency is three capitals, such as USD");
const timeZone = z.string().refine(isTimeZone, "unknown time zone; one is America/New_York");
const words = z.record(z.string(), z.string());

const stage = z.strictObject({
  stage: z.string().trim().min(1),
  status: z.enum(["open", "won", "lost"]),
  probability: rate.optional(),
});

/** A heading, or those that a column has had over time, the first that stands in a file counting. */
const headings = z
  .union([z.string(), z.array(z.string()).min(1)], "a heading, or a list of headings")
  .transform((one) => [one].flat());

/** The kind of a source that maps its own columns; every other kind is a CRM's name. */
const tableKind = "table";

const sourceSchema = z.strictObject({
  kind: z.string(),
  /** Folder of the drops; `exports/<source>` of the workspace unless named. */
  folder: z.string().optional(),
  drops: z.enum(["full", "delta"]),
  max_age_days: z.number().int().positive().optional(),
  /** The order of day and month, where a column alone can't tell it. */
  dates: z.enum(["iso", "mdy", "dmy"]).optional(),
  /** The decimal sign of numbers, where a column alone can't tell it from one of thousands. */
  decimals: z.enum(["comma", "point"]).optional(),
  /** Canonical object → canonical column → heading of the export, or several that it has borne. */
  columns: z.record(z.string(), z.record(z.string(), headings)).default({}),
  /** Canonical object → canonical column → value of the export → value to read; "" is none. */
  values: z.record(z.string(), z.record(z.string(), words)).default({}),
  stages: z.array(stage).min(1).optional(),
  /** Canonical object → the file that holds it, without its ending; of a `table` source. */
  files: words.optional(),
});

/** A KPI of the company's own; its formula, unit and date basis are read with the metrics. */
const ownMetric = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "a name is lower-case letters, digits and _"),
  label: z.string().trim().min(1),
  formula: z.string().trim().min(1).max(1000),
  unit: z.string(),
  date_basis: z.string().default("period"),
  better: z.enum(["up", "down"]).default("up"),
  when_empty: z.union([z.literal(0), z.null()], "when_empty is 0 or null").default(null),
  definition: z.string().trim().min(1),
});

/** What several sources' accounts, or users, are recognised by, in the order in which it is tried. */
const keys = <Key extends string>(known: readonly Key[]) =>
  z.array(z.enum(known, { error: ({ input }) => unknownKey(String(input), known) })).default([]);

/** `company.yaml` as written; every key it may have stands here. */
const companySchema = z.strictObject({
  name: z.string().trim().min(1),
  currency,
  fiscal_year_starts: monthOfYear.default(1),
  time_zone: timeZone.default("UTC"),
  holidays: z.array(date).default([]),
  bookings_measure: z.enum(["amount", "annual", "recurring"]).default("amount"),
  sources: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), sourceSchema),
  stages: z.array(stage).min(1).optional(),
  matching: z
    .strictObject({ account: keys(["domain", "name"]), rep: keys(["email", "name"]) })
    .prefault({}),
  quota: z
    .strictObject({
      growth: z.number().gt(-1, "a change of more than −100 %").default(0),
      /** Share of a full quota in each month of service from the first; [] where quotas say it. */
      ramp: z.array(rate).max(24).default([0, 0.2, 0.4, 0.6, 0.8]),
      /** By how much the quotas of a level exceed those of the level above. */
      over_assignment: z
        .strictObject({ region: surplus, team: surplus, rep: surplus })
        .prefault({}),
      guardrails: z
        .strictObject({
          /** Change on this year's quota: -0.1 is at most a tenth less. */
          least_change: z.number().gte(-1).nullable().default(null),
          most_change: z.number().gte(-1).nullable().default(null),
          /** Quota over on-target earnings; 4 to 8 is the usual advice. */
          least_to_earnings: z.number().nonnegative().nullable().default(null),
          most_to_earnings: z.number().nonnegative().nullable().default(null),
        })
        .prefault({}),
      /** What quotas are rounded to, in whole units of the currency; by their size unless given. */
      round_to: z.number().int().positive().optional(),
    })
    .prefault({}),
  finance: z
    .strictObject({
      gross_margin: rate.optional(),
      cac_lag_months: z.number().int().min(0).max(24).default(0),
    })
    .prefault({}),
  metrics: z.array(ownMetric).default([]),
  settings: z
    .strictObject({
      min_cell: z.number().int().positive().default(5),
      share_at_quota_aim: rate.default(0.65),
      rejected_rows_limit: rate.default(0.01),
      rejected_amount_limit: rate.default(0.005),
    })
    .prefault({}),
});

/** The company file's schema with the kinds that a source may be of. */
export const companySchemaFor = (crms: readonly string[]) =>
  companySchema.superRefine(({ sources }, context) => {
    for (const [name, source] of Object.entries(sources)) {
      const complain = (key: string, message: string) =>
        context.addIssue({ code: "custom", path: ["sources", name, key], message });
      const isTable = source.kind === tableKind;
      if (!isTable && !crms.includes(source.kind))
        complain("kind", `unknown kind; one is ${[...crms, tableKind].join(", ")}`);
      if (isTable && source.files === undefined)
        complain("files", `a ${tableKind} source needs them`);
      if (!isTable && source.files !== undefined)
        complain("files", `only a ${tableKind} source has them`);
    }
  });

export type CompanyFile = z.infer<typeof companySchema>;
export type Source = CompanyFile["sources"][string];
export type StageRule = z.infer<typeof stage>;
export type OwnMetricFile = z.infer<typeof ownMetric>;

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return `unknown key: "${key}"; ${near ? `did you mean "${near}"?` : `one is ${known.join(", ")}`}`;
}

/** Whether a zone of the IANA database bears the name; an offset such as +09:00 is none. */
function isTimeZone(name: string): boolean {
  try {
    return !/^[+-]/.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
