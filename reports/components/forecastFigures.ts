import { html } from "npm:htl";
import { formatPeriod } from "../src/format.js";
import { changedAddress } from "./changeChoices.js";
import { type Fan, fanChart } from "./fanChart.js";
import { figure } from "./figure.js";
import type { PathRow, RangeRow } from "./forecastRows.js";
import { landingChart, withToday } from "./landingChart.js";
import type { AheadPeriod } from "./outlookChoices.js";
import type { Money } from "./quarterChart.js";
import { remark } from "./remark.js";

/** An entity's bookings with the ranges of what is ahead, all of one grain. */
export const fanFigure = (
  name: string,
  grain: string,
  { history, ranges, past }: Fan,
  money: Money,
): HTMLElement =>
  figure({
    title: `Bookings of ${name} by ${grain}, and what is expected`,
    caption: [
      "Line to the left: booked. Blue line and bands: expected, with 50, 80 and 95 % ranges.",
      ...(ranges.some((row) => row.target_cents !== null) ? ["Diamonds: targets."] : []),
      ...(grain === "quarter" && past.length > 0
        ? ["Grey dots: what was expected of the same quarters on days of the past year."]
        : []),
    ].join(" "),
    filename: "forecast",
    draw: (width) => fanChart({ history, ranges, past }, money, width),
  });

/** How one period's forecast came about, the one of today last. */
export function landingFigure(
  path: readonly PathRow[],
  range: RangeRow,
  money: Money & { readonly as_of: string },
): HTMLElement {
  const period = formatPeriod(range.label);
  return figure({
    title: `How the forecast of ${period} came about`,
    caption: [
      `Each dot: the forecast of ${period} as made on that day, at the end of each of the past 13 weeks and once a month before, with its 80 % range.`,
      ...(range.booked_cents === null ? [] : ["Dark line: booked by then."]),
      ...(range.target_cents === null ? [] : ["Dashed: the target as it is on file today."]),
    ].join(" "),
    filename: "forecast-path",
    draw: (width) =>
      landingChart(withToday(path, range, money.as_of), range.target_cents, money, width),
  });
}

/** Why the days before aren't shown of a rep. */
export const untoldPath = (): HTMLElement =>
  remark(
    "What was forecast on earlier days is shown for the company, regions, teams and segments.",
  );

/** The way to what moved a forecast. */
export const changedLink = (
  entity: Pick<PathRow, "entity_type" | "entity_id">,
  { label }: AheadPeriod,
): HTMLElement =>
  html`<p class="aside"><a href=${changedAddress(entity, label)}>What moved the forecast of ${formatPeriod(label)}</a>, day by day and deal by deal.</p>`;
