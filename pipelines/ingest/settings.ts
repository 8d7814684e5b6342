import { layouts } from "../../src/crm/layout.ts";
import { currencyDigitRows, currencyDigits } from "../../src/money.ts";
import { type Run, sql } from "../run.ts";
import { dropDates, dropsFolder } from "./drops.ts";
import { ownSource } from "./inputs.ts";

const readerFiles = [
  "serial_day",
  "serial_moment",
  "day_iso",
  "day_mdy",
  "day_dmy",
  "moment_iso",
  "moment_mdy",
  "moment_dmy",
  "amount",
  "minor_units",
  "flag",
  "number",
  "point_decimal",
  "seconds",
  "fraction",
  "percent",
  "utc_text",
  "category",
  "deal_type",
  "company_cents",
  "bookings_at",
];

const tables = [
  "setting",
  "quota_ramp",
  "source_setting",
  "match_key",
  "stage_rule",
  "stage_default",
  "currency_digit",
  "input_file",
  "rejected_row",
  "finding",
  "lineage",
];

/** Creates the tables that TypeScript fills, the text readers, and writes what the company says. */
export async function writeSettings(run: Run, buildId: string): Promise<void> {
  const { warehouse, workspace } = run;
  const { company } = workspace;
  await warehouse.run(sql("ingest/time_zone"), { time_zone: company.timeZone });
  await warehouse.run(sql("archive/file_content"));
  for (const name of tables) await warehouse.run(sql(`tables/${name}`));
  for (const name of readerFiles) await warehouse.run(sql(`readers/${name}`));
  await warehouse.append("currency_digit", currencyDigitRows());
  await warehouse.append("setting", [
    {
      company: company.name,
      as_of: run.asOf,
      build_id: buildId,
      currency: company.currency,
      currency_digits: currencyDigits(company.currency),
      fiscal_start_month: company.calendar.startMonth,
      time_zone: company.timeZone,
      bookings_measure: company.bookingsMeasure,
      min_cell: company.settings.minCell,
      gross_margin: company.finance.grossMargin,
      cac_lag_months: company.finance.cacLagMonths,
      share_at_quota_aim: company.settings.shareAtQuotaAim,
      rejected_rows_limit: company.settings.rejectedRowsLimit,
      rejected_amount_limit: company.settings.rejectedAmountLimit,
    },
  ]);
  await warehouse.append(
    "quota_ramp",
    company.quota.ramp.map((ramp_share, index) => ({ month_of_service: index + 1, ramp_share })),
  );
  await warehouse.append("source_setting", sourceRows(run));
  await warehouse.append("match_key", matchKeys(run));
  await warehouse.append("stage_rule", stageRows(run));
  await warehouse.append("stage_default", stageDefaults(run));
}

function sourceRows({ workspace, asOf }: Run) {
  const sources = Object.entries(workspace.company.sources).map(([name, source], index) => ({
    source: name,
    place: index + 1,
    drops: source.drops,
    max_age_days: source.max_age_days ?? null,
    last_drop:
      dropDates(dropsFolder(workspace, name, source))
        .filter((d) => d <= asOf)
        .at(-1) ?? null,
  }));
  const own = {
    source: ownSource,
    place: null,
    drops: "full",
    max_age_days: null,
    last_drop: null,
  };
  return [...sources, own];
}

function matchKeys({ workspace }: Run) {
  return Object.entries(workspace.company.matching).flatMap(([object, keys]) =>
    [...new Set(keys)].map((key, index) => ({ object, key, place: index + 1 })),
  );
}

function stageRows({ workspace }: Run) {
  return Object.entries(workspace.company.sources).flatMap(([source, { stages }]) =>
    (stages ?? []).map((rule, index) => ({
      source,
      stage: rule.stage,
      position: index + 1,
      status: rule.status,
      probability_rate: rule.probability ?? null,
    })),
  );
}

/** What a source's CRM calls its stages as it ships them. */
function stageDefaults({ workspace }: Run) {
  return Object.entries(workspace.company.sources).flatMap(([source, { kind }]) =>
    Object.entries(layouts[kind]?.stages ?? {}).map(([internal_name, label]) => ({
      source,
      internal_name,
      label,
    })),
  );
}
