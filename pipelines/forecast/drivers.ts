import type { PlainDate } from "../../src/calendar.ts";
import type { Drivers } from "../../src/forecast/drivers.ts";
import type { Run } from "../run.ts";

interface CampaignRow {
  readonly campaign_id: string;
  readonly start_date: PlainDate | null;
  readonly cost_cents: number | null;
}

interface CreatedRow {
  readonly rep_id: string;
  readonly segment: string;
  readonly period_start: PlainDate;
  readonly created_count: number;
}

interface IndicatorRow {
  readonly name: string;
  readonly date: PlainDate;
  readonly value: number;
  readonly recorded_on: PlainDate | null;
}

/** What may drive bookings, as the company has it: campaigns, deals created, indicators, holidays. */
export async function driversOf({ warehouse, workspace }: Run): Promise<Drivers> {
  const campaigns = await warehouse.table<CampaignRow>("campaign", ["campaign_id"]);
  const created = await warehouse.table<CreatedRow>("forecast_created", [
    ...["rep_id", "segment", "period_start"],
  ]);
  const indicators = await warehouse.table<IndicatorRow>("indicator", [
    ...["name", "date", "recorded_on"],
  ]);
  return {
    spend: campaigns.flatMap(({ start_date, cost_cents }) =>
      start_date && cost_cents !== null ? [{ month: start_date, cents: cost_cents }] : [],
    ),
    created: created.map(({ rep_id, segment, period_start, created_count }) => ({
      repId: rep_id,
      segment,
      month: period_start,
      count: created_count,
    })),
    indicators: indicators.map(({ name, date, value, recorded_on }) => ({
      name,
      date,
      value,
      recordedOn: recorded_on,
    })),
    holidays: workspace.company.holidays,
  };
}
