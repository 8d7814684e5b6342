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
import type { ScorePeriod } from "./scorecard.js";
import { dueWords, type ScoreLine } from "./scoreLines.js";
import { sparkline } from "./sparkline.js";

/** A scorecard's columns: the KPI, its value and target, its trend, and earlier periods. */
export function scoreLineColumns(chosen: ScorePeriod, digits: number): Column<ScoreLine>[] {
  const day = chosen.is_complete ? "" : ", same day";
  return [
    {
      heading: "KPI",
      value: ({ metric }) => metric.label,
      format: (_, line) => named(line, digits),
    },
    figure(formatPeriod(chosen.label), (line) => line.value, digits),
    target(digits),
    trend(),
    figure(`${before[chosen.period] ?? "Period before"}${day}`, (line) => line.previous, digits),
    change("Change", (line) => line.previous),
    figure(`Year before${day}`, (line) => line.yearBefore, digits),
    change("Change on year", (line) => line.yearBefore),
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
  year: "Year before that",
};

/** The KPI's name, opening to what it tells, how it is worked out, and its parts. */
function named({ metric, parts }: ScoreLine, digits: number): HTMLElement {
  const rows = parts.map(({ breakdown, value, n }) => {
    const name = breakdown?.replace(/^\w+: /, "") ?? "";
    return html`<li>${name}: ${formatValue(value, metric.unit, digits)} <span class="muted">(n ${formatCount(n)})</span></li>`;
  });
  return html`<details class="kpi"><summary>${metric.label}</summary>
    <p>${metric.definition}</p><p>${metric.formula}. ${metric.null_rule}</p>
    ${rows.length === 0 ? "" : html`<ul>${rows}</ul>`}</details>`;
}

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

/** The quota of the period, or else a goal with its due date and how it stands. */
function target(digits: number): Column<ScoreLine> {
  const value = ({ cell, goal }: ScoreLine) => cell?.target ?? goal?.target ?? null;
  return {
    heading: "Target",
    isNumber: true,
    value,
    format: (found: number, { metric, cell, goal }: ScoreLine) => {
      if (typeof cell?.target === "number" || !goal) return formatValue(found, metric.unit, digits);
      const read =
        metric.unit === "ratio" ? formatFineRate(found) : formatValue(found, metric.unit, digits);
      return html`<a href=${`./goals.html#goal-${encodeURIComponent(goal.goal_id)}`}>${read}</a>
        <span class="under">${dueWords(goal)}, ${statusWord(goal.status as Status).toLowerCase()}</span>`;
    },
    download: (line) => inMajorUnits(value(line), line, digits),
  };
}

const trend = (): Column<ScoreLine> => ({
  heading: "Trend",
  value: (line) => (known(line).length < 2 ? null : known(line).length),
  format: (_: number, line: ScoreLine) => sparkline(line.trend),
  download: (line) => known(line).join(" "),
});

const known = ({ trend }: ScoreLine) =>
  trend.map(({ value }) => value).filter((value) => value !== null);

/** How far the value is from an earlier one, and whether that is what the company wants. */
function change(heading: string, earlier: (line: ScoreLine) => number | null): Column<ScoreLine> {
  const both = (line: ScoreLine) => {
    const [now, then] = [line.value, earlier(line)];
    return now === null || then === null ? null : { now, then };
  };
  return {
    heading,
    isNumber: true,
    value: (line) => {
      const found = both(line);
      return found && formatChange(found.now, found.then, line.metric.unit);
    },
    format: (text: string, line: ScoreLine) => {
      const found = both(line);
      if (!found) return text;
      const verdict = judgeChange(found.now, found.then, line.metric.better);
      if (verdict === "same") return text;
      return html`<span class=${`change ${verdict}`}>${text} <span class="under">${verdict}</span></span>`;
    },
  };
}

const inMajorUnits = (value: number | null, { metric }: ScoreLine, digits: number) =>
  value !== null && metric.unit.startsWith("money") ? value / 10 ** digits : value;
