import { formatDate, formatPeriod, formatPlural } from "../src/format.js";
import type { ChangePeriod, Since } from "./changeRows.js";
import { choice } from "./choice.js";
import { entityKey } from "./drill.js";

/** Days to compare with, a week ago first; its value is the day. */
export function sinceChoice(since: readonly Since[]): HTMLElement {
  const week = since.find(({ file }) => file === "week");
  return choice(
    "Since",
    since.map((one) => ({
      value: one.cutoff,
      label: `${formatDate(one.cutoff)}, ${agoOf(one)}`,
      group: one.file === "months" ? "Months" : "Weeks",
    })),
    (week ?? since[0])?.cutoff,
  );
}

const daysOfMonth = 30.4375;

function agoOf({ days, file }: Since): string {
  const [count, unit] =
    file === "months" ? [Math.round(days / daysOfMonth), "month"] : [days / 7, "week"];
  return count === 1 ? `a ${unit} ago` : `${formatPlural(count, unit)} ago`;
}

/** Periods whose forecast is compared, the quarter in progress first; its value is the label. */
export const periodChoice = (periods: readonly ChangePeriod[], asked: string | null): HTMLElement =>
  choice(
    "Forecast of",
    periods.map(({ label, is_current }) => ({
      value: label,
      label: `${formatPeriod(label)}${is_current ? " (in progress)" : ""}`,
    })),
    asked ?? undefined,
  );

/** Address of what moved the forecast of an entity's period, by the period's label. */
export const changedAddress = (
  entity: { readonly entity_type: string; readonly entity_id: string },
  label: string,
): string =>
  `./what-changed.html?${new URLSearchParams({ entity: entityKey(entity), period: label })}`;
