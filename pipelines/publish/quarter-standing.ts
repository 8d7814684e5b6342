import type { Currency } from "../../src/narrative/answer.ts";
import type { QuarterStanding } from "../../src/narrative/people.ts";
import type { Edition } from "./file.ts";
import type { ScoreRow } from "./scorecard.ts";

/** The quarter in progress of every entity of a type among some cells, by its id. */
export function quarterStandings(
  rows: readonly ScoreRow[],
  entityType: string,
  quarter: { readonly period_start: string; readonly label: string; readonly is_complete: boolean },
): Map<string, QuarterStanding> {
  const cells = rows.filter(
    (row) =>
      row.metric === "bookings" &&
      row.entity_type === entityType &&
      row.period === "quarter" &&
      row.view === "as_is" &&
      row.period_start === quarter.period_start,
  );
  const { label, is_complete } = quarter;
  return new Map(
    cells.map((row) => [
      row.entity_id,
      { label, is_over: is_complete, booked_cents: row.value, quota_cents: row.target },
    ]),
  );
}

export const moneyOf = ({ currency, currency_digits }: Edition): Currency => ({
  currency,
  currency_digits,
});
