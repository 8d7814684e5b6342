import { html } from "npm:htl";
import {
  formatChange,
  formatCount,
  formatFineRate,
  formatPeriod,
  formatValue,
  judgeChange,
} from "../src/format.js";
import type { Column } from "./column.js";
import { type Status, statusWord } from "./goal.js";
import type { ScoredMetric, ScorePeriod } from "./scorecard.js";
import { scoreDetails } from "./scoreDetails.js";
import { dueWords, type ScoredGoal, type ScoreLine } from "./scoreLines.js";
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
    {
      ...figure(formatPeriod(chosen.label), (line) => line.value, digits),
      format: (now: number, line: ScoreLine) =>
        html`${formatValue(now, line.metric.unit, digits)} ${onPhone(line, chosen)}`,
    },
    target(digits),
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

/** Where columns to the right are out of sight: how far the value is from an earlier one, and n. */
function onPhone(
  { cell, metric, value, previous, yearBefore }: ScoreLine,
  { period }: ScorePeriod,
) {
  const then = yearBefore ?? previous;
  const than = yearBefore === null ? (before[period] ?? "period before") : "year before";
  const change =
    value === null || then === null
      ? ""
      : html`<span class=${`under on-phone ${verdictOf(metric, value, then)}`}>${changeWords(metric, value, then)} on ${than.toLowerCase()}</span>`;
  const n = cell ? html`<span class="under on-phone">n ${formatCount(cell.n)}</span>` : "";
  return html`${change}${n}`;
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

/** The quota of the period, or else the goals under way in it, each with its due date and how it stands. */
function target(digits: number): Column<ScoreLine> {
  const value = ({ cell, goals }: ScoreLine) => cell?.target ?? goals[0]?.target ?? null;
  return {
    heading: "Target",
    isNumber: true,
    value,
    format: (found: number, { metric, cell, goals }: ScoreLine) =>
      typeof cell?.target === "number"
        ? formatValue(found, metric.unit, digits)
        : html`${goals.map((goal) => goalTarget(goal, digits))}`,
    download: (line) => inMajorUnits(value(line), line, digits),
  };
}

function goalTarget(goal: ScoredGoal, digits: number): HTMLElement {
  const { unit, target: aim } = goal;
  const read = unit === "ratio" ? formatFineRate(aim) : formatValue(aim, unit, digits);
  return html`<div><a href=${`./goals.html#goal-${encodeURIComponent(goal.goal_id)}`}>${read}</a>
    <span class="under">${dueWords(goal)}, ${statusWord(goal.status as Status).toLowerCase()}</span></div>`;
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
  value: (line: ScoreLine) => number | null,
  digits: number,
): Column<ScoreLine> {
  return {
    ...figure(heading, value, digits),
    format: (then: number, line: ScoreLine) => {
      const { metric, value: now } = line;
      const read = formatValue(then, metric.unit, digits);
      if (now === null) return read;
      return html`${read} <span class=${`under ${verdictOf(metric, now, then)}`}>${changeWords(metric, now, then)}</span>`;
    },
  };
}

const verdictOf = ({ better }: ScoredMetric, now: number, then: number) =>
  better === null ? "" : judgeChange(now, then, better);

/** `+4 %, better`. */
function changeWords(metric: ScoredMetric, now: number, then: number): string {
  const verdict = verdictOf(metric, now, then);
  const words = verdict === "" || now === then ? "" : `, ${verdictWords[verdict]}`;
  return `${formatChange(now, then, metric.unit)}${words}`;
}

const verdictWords = { better: "better", worse: "worse", same: "about the same" } as const;

const inMajorUnits = (value: number | null, { metric }: ScoreLine, digits: number) =>
  value !== null && metric.unit.startsWith("money") ? value / 10 ** digits : value;
