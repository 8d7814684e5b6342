import { html } from "npm:htl";
import {
  formatChange,
  formatCount,
  formatFineRate,
  formatPeriod,
  formatValue,
} from "../src/format.js";
import { judge } from "../src/narrative/judge.js";
import type { Column } from "./column.js";
import { type Status, statusWord } from "./goal.js";
import type { ScorePeriod } from "./scorecard.js";
import { scoreDetails } from "./scoreDetails.js";
import { dueWords, type Earlier, type ScoredGoal, type ScoreLine } from "./scoreLines.js";
import { sparkline } from "./sparkline.js";

/** A scorecard's columns: the KPI, its value and target, its trend, and earlier periods. */
export function scoreLineColumns(chosen: ScorePeriod, digits: number): Column<ScoreLine>[] {
  const day = chosen.is_complete ? "" : ", same day";
  return [
    {
      heading: "KPI",
      value: ({ metric }) => metric.label,
      format: (_, line) => scoreDetails(line, digits),
    },
    figure(formatPeriod(chosen.label), (line) => line.value, digits),
    target(digits, chosen),
    trend(),
    earlier(`${before[chosen.period] ?? "Period before"}${day}`, (line) => line.previous, digits),
    ...(chosen.period === "year"
      ? []
      : [earlier(`Year before${day}`, (line) => line.yearBefore, digits)]),
    {
      heading: "n",
      isNumber: true,
      value: ({ cell }) => cell?.n,
      format: (n: number) => formatCount(n),
    },
    { heading: "Note", value: ({ note }) => note, isLong: true },
  ];
}

const before: Readonly<Record<string, string>> = {
  month: "Month before",
  quarter: "Quarter before",
  year: "Year before",
};

function figure(
  heading: string,
  value: (line: ScoreLine) => number | null,
  digits: number,
): Column<ScoreLine> {
  return {
    heading,
    isNumber: true,
    value,
    format: (found: number, { metric }: ScoreLine) => formatValue(found, metric.unit, digits),
    download: (line) => inMajorUnits(value(line), line, digits),
  };
}

/** The quota of the period, or else the goals under way in it, each with its due date and, today, how it stands. */
function target(digits: number, { is_current }: ScorePeriod): Column<ScoreLine> {
  const value = ({ cell, goals }: ScoreLine) => cell?.target ?? goals[0]?.target ?? null;
  return {
    heading: "Target",
    isNumber: true,
    value,
    format: (found: number, { metric, cell, goals }: ScoreLine) =>
      typeof cell?.target === "number"
        ? formatValue(found, metric.unit, digits)
        : html`${goals.map((goal) => goalTarget(goal, digits, is_current))}`,
    download: (line) => inMajorUnits(value(line), line, digits),
  };
}

function goalTarget(goal: ScoredGoal, digits: number, isCurrent: boolean): HTMLElement {
  const { unit, target: aim } = goal;
  const read = unit === "ratio" ? formatFineRate(aim) : formatValue(aim, unit, digits);
  // how it stands today says nothing of a past period
  const standing = isCurrent ? `, ${statusWord(goal.status as Status).toLowerCase()}` : "";
  return html`<div><a href=${`./goals.html#goal-${encodeURIComponent(goal.goal_id)}`}>${read}</a>
    <span class="under">${dueWords(goal)}${standing}</span></div>`;
}

const trend = (): Column<ScoreLine> => ({
  heading: "Trend",
  value: (line) => (known(line).length < 2 ? null : known(line).length),
  format: (_: number, line: ScoreLine) => sparkline(line.trend),
  download: (line) => known(line).join(" "),
});

const known = ({ trend }: ScoreLine) =>
  trend.map(({ value }) => value).filter((value) => value !== null);

/** An earlier period's figure, how far the value is from it, and whether that is what a company wants. */
function earlier(
  heading: string,
  earlierOf: (line: ScoreLine) => Earlier | null,
  digits: number,
): Column<ScoreLine> {
  return {
    ...figure(heading, (line) => earlierOf(line)?.value ?? null, digits),
    format: (then: number, line: ScoreLine) => {
      const { metric, value: now } = line;
      const read = formatValue(then, metric.unit, digits);
      if (now === null) return read;
      const cases = casesOf(line, earlierOf(line));
      const verdict = metric.better === null ? "" : judge(now, then, metric.better, cases);
      const change = formatChange(now, then, metric.unit);
      const words = verdict === "" || now === then ? "" : `, ${verdictWords[verdict]}`;
      return html`${read} <span class=${`under ${verdict}`}>${change}${words}</span>`;
    },
  };
}

const casesOf = ({ metric, cell }: ScoreLine, earlier: Earlier | null) =>
  metric.is_share && cell !== undefined && earlier !== null
    ? { now: cell.n, before: earlier.n }
    : null;

const verdictWords = { better: "better", worse: "worse", same: "about the same" } as const;

const inMajorUnits = (value: number | null, { metric }: ScoreLine, digits: number) =>
  value !== null && metric.unit.startsWith("money") ? value / 10 ** digits : value;
