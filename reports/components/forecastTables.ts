import type { RangeRow } from "./forecastRows.js";
import type { ShownNeed } from "./need.js";
import { forwardColumns, partColumns } from "./needColumns.js";
import * as outlook from "./outlook.js";
import type { Money } from "./quarterChart.js";
import { table } from "./table.js";

/** What a period's forecast is made of. */
export const partsTable = ({ parts }: ShownNeed, period: string, money: Money): HTMLElement =>
  table(parts, partColumns(money), {
    title: `What the forecast of ${period} is made of`,
    unit: ["part", "parts"],
    filename: "forecast-parts",
  });

/** Deals of later quarters that would do for what is missing. */
export const forwardTable = ({ forward }: ShownNeed, period: string, money: Money): HTMLElement =>
  table(forward, forwardColumns(money), {
    title: `Deals that would close the gap if won in ${period}`,
    unit: ["deal", "deals"],
    filename: "bring-forward",
  });

/** Entities beside each other in one period. */
interface Compared {
  readonly rows: readonly RangeRow[];
  readonly period: string;
  readonly link: outlook.LinkOf;
}

/** Where each lands, and the chance of its target. */
export const landingTable = ({ rows, period, link }: Compared, money: Money): HTMLElement =>
  table(rows, outlook.landingColumns(money, link), {
    title: `Bookings of ${period}: booked, expected, and the chance of the target`,
    unit: ["row", "rows"],
    filename: "forecast-by-entity",
    none: "Nothing is forecast here.",
  });

/** What is published of each beside people's calls and other models. */
export const viewTable = ({ rows, period, link }: Compared, money: Money): HTMLElement =>
  table(rows, outlook.viewColumns(money, link), {
    title: `${period}: the published forecast beside calls and other ways`,
    unit: ["row", "rows"],
    filename: "forecast-views",
    none: "Nothing is forecast here.",
  });

/** An entity's periods ahead. */
export const rangeTable = (ranges: readonly RangeRow[], title: string, money: Money): HTMLElement =>
  table(ranges, outlook.rangeColumns(money), {
    title,
    unit: ["period", "periods"],
    filename: "forecast",
  });

interface Judged extends outlook.AccuracyRow, Pick<RangeRow, "entity_type" | "entity_id"> {}

/** How far off forecasts of such periods of an entity were. */
export function judgedTable(
  every: readonly Judged[],
  { entity_type, entity_id, period }: Pick<Judged, "entity_type" | "entity_id" | "period">,
): HTMLElement {
  const judged = every
    .filter((row) => row.entity_type === entity_type && row.entity_id === entity_id)
    .filter((row) => row.period === period);
  return table(judged, outlook.accuracyColumns, {
    title: "Forecasts made again at the same point of earlier quarters",
    unit: ["horizon", "horizons"],
    filename: "forecast-accuracy",
    none: "This is told for the company, regions and teams, once such a period is over.",
  });
}
