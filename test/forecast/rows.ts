import { type Forecast, forecastBookings } from "../../src/forecast/forecast.ts";
import { lineOf, seriesOf } from "./company.ts";

/** Bounds and mean, lowest first as they should be. */
export const bounds = (row: Forecast) => [
  row.lower_95_cents,
  row.lower_80_cents,
  row.lower_50_cents,
  row.mean_cents,
  row.upper_50_cents,
  row.upper_80_cents,
  row.upper_95_cents,
];

/** The forecast of a company alone, whose history ends with the current month. */
export function forecastOne(booked: readonly number[]): Forecast[] {
  const line = lineOf(booked.length - 1);
  return forecastBookings([seriesOf(booked, line)], line).forecasts;
}
