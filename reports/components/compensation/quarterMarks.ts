import * as Plot from "npm:@observablehq/plot";
import { formatPeriod } from "../../src/format.js";
import { ink } from "../plotting.js";

/** Room for quarters told in two lines. */
export const quarterMargins = { marginRight: 16, marginBottom: 44 };

/** Quarters side by side, a year over its quarter: a phone has no room for both in a line. */
export const quarterAxis = {
  type: "band",
  label: null,
  tickFormat: (label: string) => formatPeriod(label).replace(" ", "\n"),
} as const;

/** A line at the budget of each quarter that has one; money in minor units, `scale` of them a unit. */
export const budgetTicks = (
  rows: readonly { readonly label: string; readonly budget_cents: number | null }[],
  scale: number,
) =>
  Plot.tickY(
    rows.flatMap(({ label, budget_cents }) =>
      budget_cents === null ? [] : [{ label, budget: budget_cents / scale }],
    ),
    { x: "label", y: "budget", stroke: ink.target, strokeWidth: 3 },
  );
