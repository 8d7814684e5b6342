import { html } from "npm:htl";
import { formatCount, formatFineRate, formatPeriod, formatValue } from "../src/format.js";
import type { Column } from "./column.js";
import { type Status, statusWord } from "./goal.js";
import { changeFrom } from "./scoreChange.js";
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
    {
      ...figure(formatPeriod(chosen.label), (line) => line.value, digits),
      format: (now: number, line: ScoreLine) =>
        html`${formatValue(now, line.metric.unit, digits)} ${onPhone(line, chosen)}`,
    },
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

/** Where columns to the right are out of sight: how far the value is from an earlier one, and n. */
function onPhone(line: ScoreLine, { period }: ScorePeriod) {
  const { cell, previous, yearBefore } = line;
  const than = yearBefore === null ? (before[period] ?? "period before") : "year before";
  const { verdict, words } = changeFrom(line, yearBefore ?? previous);
  const change =
    words === ""
      ? ""
      : html`<span class=${`under on-phone ${verdict}`}>${words} on ${than.toLowerCase()}</span>`;
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
      const { verdict, words } = changeFrom(line, earlierOf(line));
      const read = formatValue(then, line.metric.unit, digits);
      return words === "" ? read : html`${read} <span class=${`under ${verdict}`}>${words}</span>`;
    },
  };
}

const inMajorUnits = (value: number | null, { metric }: ScoreLine, digits: number) =>
  value !== null && metric.unit.startsWith("money") ? value / 10 ** digits : value;
