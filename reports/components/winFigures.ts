import { html } from "npm:htl";
import { formatDate } from "../src/format.js";
import { figure } from "./figure.js";
import { type RateDot, rateChart } from "./rateChart.js";
import { shareChart } from "./shareChart.js";
import { type BoardRow, differs, type ValueRow, type YieldRow } from "./winRows.js";
import type { LeadRow, LossRow, StageRow } from "./winTables.js";
import { yieldChart } from "./yieldChart.js";

/** Values of one dimension on one board. */
interface Shown {
  /** The dimension within a sentence: `industry`. */
  readonly by: string;
  /** Why they aren't compared, or nothing. */
  readonly note: string;
}

const strong = (note: string) => (note === "" ? "" : html`<strong>${note}</strong>`);

/** Win rates with their ranges, and with all else alike. */
export function winRateFigure(
  values: readonly ValueRow[],
  { by, note, whole, board }: Shown & { whole: number | null; board: BoardRow | undefined },
): HTMLElement {
  const span = board
    ? `Deals closed from ${formatDate(board.starts)} to ${formatDate(board.ends)}.`
    : "";
  const dots = values.map(winDot);
  return figure({
    title: `Win rate by ${by}`,
    caption: html`Dot and bar: win rate with its 95 % range. Blue differs from the rest by more than chance explains, grey doesn’t or isn’t tested. Open diamond: with all else alike. ${span} ${strong(note)}`,
    filename: "win-rate",
    draw: (width) =>
      rateChart(dots, { axis: "won of decided", whole, unit: ["decided deal", "decided"] }, width),
  });
}

const winDot = (row: ValueRow): RateDot => ({
  label: row.label,
  n: row.won_count + row.lost_count,
  rate: row.rate,
  lower: row.lower,
  upper: row.upper,
  other: row.is_separable ? row.adjusted : null,
  isDifferent: differs(row.probability),
});

/** The share of won value on that of effort. */
export const effortFigure = (
  brought: readonly YieldRow[],
  { by, note, effort }: Shown & { effort: string },
): HTMLElement =>
  figure({
    title: `Won value on effort by ${by}`,
    caption: html`On the line, a value brings as much for its effort as all deals together; twice as far up the scale, twice as much. Blue: more or less by more than chance explains. Bars: 95 % ranges. Where deals are large, a value stands high unless its deals take more effort in the same proportion; nothing here says that more effort would bring more. Both scales are logarithmic. ${strong(note)}`,
    filename: "effort",
    draw: (width) => yieldChart(brought, effort, width),
  });

/** What each stage costs, in days and in deals. */
export function stagesFigure(stages: readonly StageRow[]): HTMLElement {
  const bars = stages.map(({ stage, days_rate, lost_rate }) => ({
    label: stage,
    share: days_rate,
    other: lost_rate,
  }));
  return figure({
    title: "Which stage costs most time and most deals",
    caption:
      "Upper bar: share of the days that decided deals were open. Lower bar: share of lost deals that were lost from the stage.",
    filename: "stages",
    draw: (width) =>
      shareChart(bars, { axis: "share of days, and of losses", names: ["days", "losses"] }, width),
  });
}

/** The most rows of losses that the chart shows. */
const mostLosses = 15;

/** What deals were lost to, by number or by amount. */
export function lossesFigure(
  losses: readonly LossRow[],
  heading: string,
  measured: "count" | "amount",
): HTMLElement {
  const [axis, caption] =
    measured === "count"
      ? ["of lost deals", "Share of all lost deals."]
      : ["of lost amount", "Share of the amount of all lost deals."];
  const bars = losses
    .slice(0, mostLosses)
    .map((row) => ({ label: row.label, share: row[`${measured}_rate`] }));
  return figure({
    title: `Lost deals by ${heading.toLowerCase()}`,
    caption,
    filename: "losses",
    draw: (width) => shareChart(bars, { axis, names: ["share"] }, width),
  });
}

/** A lead source's row, its rate hidden where it rests on too few. */
type LeadRate = Omit<LeadRow, "rate" | "lower" | "upper"> &
  Pick<RateDot, "rate" | "lower" | "upper">;

/** Hides rates of fewer leads than the smallest cell. */
export const leadRatesOf = (leads: readonly LeadRow[], minCell: number): LeadRate[] =>
  leads.map((row) =>
    row.lead_count < minCell ? { ...row, rate: null, lower: null, upper: null } : row,
  );

/** The share of leads that became won deals, by source. */
export function leadsFigure(leads: readonly LeadRate[]): HTMLElement {
  const total = (part: "won_count" | "lead_count") =>
    leads.reduce((sum, row) => sum + row[part], 0);
  const whole = total("won_count") / total("lead_count");
  const dots = leads.map((row) => ({ ...row, n: row.lead_count, isDifferent: true }));
  return figure({
    title: "Leads created in the span that became won deals, by source",
    caption:
      "Dot and bar: share of leads won so far, with its 95 % range. Leads of the last months may still be won.",
    filename: "leads",
    draw: (width) =>
      rateChart(dots, { axis: "won of leads created", whole, unit: ["lead", "leads"] }, width),
  });
}
