import { formatCount, formatFineRate, formatPlural, formatRate } from "../../src/format.ts";
import { dateText, type WinColumn } from "../../src/opportunity/win/column.ts";
import type { Effect } from "../../src/opportunity/win/effect.ts";
import type { Leak } from "../../src/opportunity/win/leak.ts";
import type { Measure } from "../../src/opportunity/win/validation.ts";
import { wilson } from "../../src/statistics/wilson.ts";
import type { WinModelReport } from "../win-model.ts";
import type { WinModelOptions } from "./decided.ts";

/** Deals that are open are hardly ever told apart as well as this. */
const isTooGood = ({ name, value }: Measure) => name === "AUC" && value >= 0.95;
const tooGood =
  "  An AUC this high mostly comes from a leak: look at the columns of the strongest effects.";

const mostEffects = 15;
const mostLostValues = 6;

/** The report as a person reads it. */
export function winModelWords(report: WinModelReport, options: WinModelOptions): string {
  const { measures, slices, effects } = report;
  const blocks = [
    dealWords(report, options),
    columnWords(report),
    [
      `On deals that the model hadn't seen (${formatPlural(options.folds, "fold")}, 95 % intervals):`,
      ...measures.map(measureWords),
      ...measures.filter(isTooGood).map(() => tooGood),
    ],
    [
      "Calibration, tenths of the deals by their chance:",
      "  expected  observed                deals",
      ...slices.map(({ n, expected, won }) => {
        const { lower, upper } = wilson(won, n);
        const observed = `${formatFineRate(won / n)} (${formatRate(lower)}–${formatRate(upper)})`;
        return `  ${formatFineRate(expected).padStart(8)}  ${observed.padEnd(18)}  ${formatCount(n).padStart(9)}`;
      }),
    ],
    effects.length === 0
      ? ["No effect stands out from chance."]
      : [
          "Strongest effects on the odds of winning, against the average deal, all else equal:",
          ...effects.slice(0, mostEffects).map((effect) => `  ${effectWords(effect)}`),
        ],
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function dealWords({ deals }: WinModelReport, { outcome, won, group }: WinModelOptions): string[] {
  const { decided, open, lostValues, groups } = deals;
  const rate = formatRate(deals.won / decided);
  const lost = lostValues
    .slice(0, mostLostValues)
    .map(([value, n]) => `"${value}" ${formatCount(n)}`);
  const others = lostValues.length - lost.length;
  const rest = others > 0 ? ` and ${formatPlural(others, "other value")}` : "";
  const lines = [
    `${formatPlural(decided, "decided deal")}, ${formatCount(deals.won)} of them "${won}" (${rate}).`,
    `Counted as lost: ${lost.join(", ")}${rest}.`,
  ];
  if (open.length > 0)
    lines.push(
      `Left out as open: ${formatPlural(open.length, "deal")} without a value of ${outcome}.`,
    );
  if (group !== undefined)
    lines.push(`Folds share no ${group}: ${formatCount(groups)} of them, a blank one a deal each.`);
  return lines;
}

function columnWords({ columns, unusable, leaks, ...report }: WinModelReport): string[] {
  const named = (column: WinColumn) => `${column.name} (${kindWords(column)})`;
  const lines = [`Learnt from ${columns.map(named).join(", ")}.`];
  for (const { name, reason } of unusable) lines.push(`Left out: ${name}, ${reason}.`);
  for (const leak of leaks) lines.push(leakWords(leak));
  const calibration = report.calibration === "none" ? "none needed" : report.calibration;
  lines.push(`Ridge penalty ${report.precision}, calibration ${calibration}, by inner folds.`);
  return lines;
}

const kindWords = (column: WinColumn) =>
  column.kind === "category" ? formatPlural(column.levels.length, "value") : column.kind;

/** What to do about a column that may leak: nothing where it is left out. */
const leakWords = ({ name, isLeftOut, reason }: Leak): string =>
  isLeftOut
    ? `Left out as a leak: ${name}, ${reason}.`
    : `May leak: ${name}, ${reason}. If it isn't known while a deal is open, exclude it.`;

function measureWords({ name, value, interval, withoutModel }: Measure): string {
  const digits = (x: number) => x.toFixed(4);
  const told = `${digits(value)} (${digits(interval.lower)}–${digits(interval.upper)})`;
  const without = withoutModel === null ? "" : `  without a model ${digits(withoutModel)}`;
  return `  ${name.padEnd(18)} ${told}${without}`;
}

/** `amount at 48,000: odds × 0.62 (0.51–0.75), 670 deals`. */
function effectWords(effect: Effect): string {
  const { oddsRatio, interval, n } = effect;
  const range = `${times(interval.lower)}–${times(interval.upper)}`;
  return `${effectName(effect)}: odds × ${times(oddsRatio)} (${range}), ${formatPlural(n, "deal")}`;
}

/** Two digits at least: `0.0041`, `0.62`, `14.2`, `582`. */
function times(ratio: number): string {
  if (ratio < 0.1) return String(Number(ratio.toPrecision(2)));
  return ratio >= 99.5 ? formatCount(ratio) : ratio.toFixed(ratio < 9.95 ? 2 : 1);
}

/** The value that an effect is of, with its column. */
export function effectName({ column, kind, value }: Effect): string {
  if (value === null) return `${column} blank`;
  if (typeof value === "object") return `${column} rare`;
  if (typeof value === "string") return `${column} = ${value}`;
  return `${column} at ${kind === "date" ? dateText(value) : String(value)}`;
}
