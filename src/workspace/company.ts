import {
  type Document,
  isMap,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
} from "yaml";
import type { z } from "zod";
import type { FiscalCalendar } from "../calendar.ts";
import { InputError, InputErrors, type InputPlace, nearest } from "../errors.ts";
import { keysAt } from "./keys.ts";
import { placesIn } from "./places.ts";
import {
  type CompanyFile,
  companySchema,
  type OwnMetricFile,
  type Source,
  type StageRule,
} from "./schema.ts";

export type { Source, StageRule } from "./schema.ts";

/** What a company says of itself in `company.yaml`. */
export interface Company {
  readonly name: string;
  readonly currency: string;
  readonly calendar: FiscalCalendar;
  readonly timeZone: string;
  readonly bookingsMeasure: CompanyFile["bookings_measure"];
  readonly sources: Readonly<Record<string, Source>>;
  /** Growth of next year's target on this year's forecast, where no plan names the target. */
  readonly quotaGrowth: number;
  /** Share of a full quota that a rep carries in each month of service from the first; then all. */
  readonly quotaRamp: readonly number[];
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
 * @throws InputErrors with every mistake, each with its line and, for a misspelt key, the key meant
 */
export function parseCompany(text: string, file: string): Company {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    throw new InputErrors(
      document.errors.map(
        (error) =>
          new InputError(`unreadable YAML: ${error.message.split("\n")[0]}`, {
            file,
            line: lineAt(error.pos[0]),
            remedy: "Mend the YAML at that line.",
          }),
      ),
    );
  }
  const result = companySchema.safeParse(document.toJS() ?? {});
  if (result.success) {
    const { metrics } = result.data;
    const at = placesIn({ file, text, document, lines });
    const ownMetrics = metrics.map((metric, index) => ({
      ...metric,
      at: (key: string, offset?: number) => at(["metrics", index, key], offset),
    }));
    return toCompany(result.data, ownMetrics);
  }
  const lineOf = (path: readonly PropertyKey[]) => {
    const start = offsetOf(document, path);
    return start === undefined ? undefined : lineAt(start);
  };
  throw new InputErrors(result.error.issues.flatMap((issue) => explain(issue, file, lineOf)));
}

/** Where a key stands, or an item of a list: the value of a key may begin lines below it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  const holder = document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap<Scalar>(holder))
    return holder.items.find(({ key }) => key.value === last)?.key.range?.[0];
  return isSeq<Node>(holder) ? holder.items[Number(last)]?.range?.[0] : undefined;
}

type Issue = z.core.$ZodIssue;

function explain(
  issue: Issue,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number | undefined,
): InputError[] {
  const at = (path: readonly PropertyKey[]) => {
    const line = lineOf(path);
    return line === undefined ? { file } : { file, line };
  };
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const meant = nearest(key, keysAt(issue.path));
      const remedy = meant ? `Did you mean "${meant}"?` : "Remove it.";
      return new InputError(`unknown key: ${key}`, { ...at([...issue.path, key]), remedy });
    });
  }
  const where = issue.path.map(String).join(".");
  const subject = where === "" ? "company file" : where;
  const message = `invalid ${subject}: ${issue.message}`;
  return [new InputError(message, { ...at(issue.path), remedy: `Mend ${subject} in ${file}.` })];
}

function toCompany(file: CompanyFile, ownMetrics: readonly OwnMetricEntry[]): Company {
  return {
    name: file.name,
    currency: file.currency,
    calendar: { startMonth: file.fiscal_year_starts },
    timeZone: file.time_zone,
    bookingsMeasure: file.bookings_measure,
    sources: Object.fromEntries(
      Object.entries(file.sources).map(([name, source]) => [name, withStages(source, file.stages)]),
    ),
    quotaGrowth: file.quota.growth,
    ownMetrics,
    quotaRamp: file.quota.ramp,
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

/** A source that names no stages of its own has the company's. */
function withStages(source: Source, stages: StageRule[] | undefined): Source {
  return source.stages === undefined && stages !== undefined ? { ...source, stages } : source;
}
