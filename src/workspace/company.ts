import type { FiscalCalendar, PlainDate } from "../calendar.ts";
import { InputErrors, type InputPlace } from "../errors.ts";
import {
  type CompanyFile,
  companySchemaFor,
  type OwnMetricFile,
  type Source,
  type StageRule,
} from "./schema.ts";
import { readYaml } from "./yaml.ts";
import { explainIssue } from "./yaml-issue.ts";

export type { Source, StageRule } from "./schema.ts";

/** What a company says of itself in `company.yaml`. */
export interface Company {
  readonly name: string;
  readonly currency: string;
  readonly calendar: FiscalCalendar;
  readonly timeZone: string;
  /** Days on which nobody works, of all years that the company names. */
  readonly holidays: readonly PlainDate[];
  readonly bookingsMeasure: CompanyFile["bookings_measure"];
  readonly sources: Readonly<Record<string, Source>>;
  /** The keys by which accounts and reps of several sources are matched, in order. */
  readonly matching: CompanyFile["matching"];
  readonly quota: QuotaPolicy;
  readonly finance: {
    /** Share of revenue left after the cost of delivering it; null where the company names none. */
    readonly grossMargin: number | null;
    /** Months from what sales and marketing spend to the customers it wins. */
    readonly cacLagMonths: number;
  };
  readonly ownMetrics: readonly OwnMetricEntry[];
  readonly settings: {
    readonly minCell: number;
    readonly shareAtQuotaAim: number;
    /** Shares of rows and of amount above which a rebuild refuses to publish. */
    readonly rejectedRowsLimit: number;
    readonly rejectedAmountLimit: number;
  };
}

/** How the company sets quotas, where no scenario says otherwise. */
export interface QuotaPolicy {
  /** Growth of next year's target on this year's forecast, where no plan names the target. */
  readonly growth: number;
  /** Share of a full quota that a rep carries in each month of service from the first; then all. */
  readonly ramp: readonly number[];
  /** By how much the quotas of a level exceed those of the level above, as fractions. */
  readonly overAssignment: CompanyFile["quota"]["over_assignment"];
  readonly guardrails: {
    readonly leastChange: number | null;
    readonly mostChange: number | null;
    readonly leastToEarnings: number | null;
    readonly mostToEarnings: number | null;
  };
  /** Whole units of the currency; null for what suits the quotas' size. */
  readonly roundTo: number | null;
}

/** A KPI of the company's own as written, and where each key's value or a character of it stands. */
export interface OwnMetricEntry extends OwnMetricFile {
  readonly at: (key: string, offset?: number) => InputPlace;
}

/** A workspace: its folder, and its company file as read. */
export interface Workspace {
  readonly folder: string;
  readonly company: Company;
}

/**
 * Reads the text of a company file.
 *
 * @param file its path, for messages
 * @param crms the kinds of source whose exports are known without a mapping
 * @throws InputErrors with every mistake, each with its line and, for a misspelt key, the key meant
 */
export function parseCompany(text: string, file: string, crms: readonly string[]): Company {
  const yaml = readYaml(text, file);
  const schema = companySchemaFor(crms);
  const result = schema.safeParse(yaml.value ?? {});
  if (result.success) {
    const ownMetrics = result.data.metrics.map((metric, index) => ({
      ...metric,
      at: (key: string, offset?: number) => yaml.characterAt(["metrics", index, key], offset),
    }));
    return toCompany(result.data, ownMetrics);
  }
  throw new InputErrors(
    result.error.issues.flatMap((issue) => explainIssue(issue, schema, yaml, "company file")),
  );
}

function toCompany(file: CompanyFile, ownMetrics: readonly OwnMetricEntry[]): Company {
  return {
    name: file.name,
    currency: file.currency,
    calendar: { startMonth: file.fiscal_year_starts },
    timeZone: file.time_zone,
    holidays: file.holidays,
    bookingsMeasure: file.bookings_measure,
    sources: Object.fromEntries(
      Object.entries(file.sources).map(([name, source]) => [name, withStages(source, file.stages)]),
    ),
    matching: file.matching,
    ownMetrics,
    quota: quotaPolicyOf(file.quota),
    finance: {
      grossMargin: file.finance.gross_margin ?? null,
      cacLagMonths: file.finance.cac_lag_months,
    },
    settings: {
      minCell: file.settings.min_cell,
      shareAtQuotaAim: file.settings.share_at_quota_aim,
      rejectedRowsLimit: file.settings.rejected_rows_limit,
      rejectedAmountLimit: file.settings.rejected_amount_limit,
    },
  };
}

function quotaPolicyOf(quota: CompanyFile["quota"]): QuotaPolicy {
  const { guardrails } = quota;
  return {
    growth: quota.growth,
    ramp: quota.ramp,
    overAssignment: quota.over_assignment,
    guardrails: {
      leastChange: guardrails.least_change,
      mostChange: guardrails.most_change,
      leastToEarnings: guardrails.least_to_earnings,
      mostToEarnings: guardrails.most_to_earnings,
    },
    roundTo: quota.round_to ?? null,
  };
}

/** A source that names no stages of its own has the company's. */
function withStages(source: Source, stages: StageRule[] | undefined): Source {
  return source.stages === undefined && stages !== undefined ? { ...source, stages } : source;
}
