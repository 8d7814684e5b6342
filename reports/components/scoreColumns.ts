import { formatCount, formatValue } from "../src/format.js";
import { uncapital } from "../src/narrative/initial.js";
import { type Column, text } from "./column.js";
import type { ScoredMetric } from "./scorecard.js";
import { type CellPart, type Score, shownValue } from "./scores.js";

/** Columns of compared entities: each with its link, then metrics in their units, a mean with its median. */
export function scoreColumns(
  metrics: readonly ScoredMetric[],
  heading: string,
  digits: number,
  link: Link,
): Column<Score>[] {
  const figures = metrics.flatMap((metric) => [
    figure(metric.label, metric, "value", digits),
    ...(metric.has_quartiles ? [figure(medianOf(metric), metric, "median", digits)] : []),
  ]);
  return [...entityColumns(heading, link), ...figures];
}

/** A mean among the quartiles and the median of the deals behind it. */
export function quartileColumns(
  metric: ScoredMetric,
  heading: string,
  digits: number,
  link: Link,
): Column<Score>[] {
  return [
    ...entityColumns(heading, link),
    figure("Lower quartile", metric, "lower_quartile", digits),
    figure("Median", metric, "median", digits),
    figure("Upper quartile", metric, "upper_quartile", digits),
    figure("Mean", metric, "value", digits),
  ];
}

type Link = (score: Score) => string | undefined;

function entityColumns(heading: string, link: Link): Column<Score>[] {
  const name = text<Score>(heading, (score) => score.name, link);
  if (heading !== "Rep") return [name];
  return [name, text("Role", (score) => score.role_label), text("Team", (score) => score.team)];
}

/** `Median deal size` beside `Average deal size`. */
const medianOf = ({ label }: ScoredMetric) => `Median ${uncapital(label.replace(/^Average /, ""))}`;

function figure(
  heading: string,
  { metric, unit }: ScoredMetric,
  part: CellPart,
  digits: number,
): Column<Score> {
  const isMoney = unit.startsWith("money");
  return {
    heading,
    isNumber: true,
    value: (score) => shownValue(score, metric, part),
    format: (value: number) =>
      unit === "count" ? formatCount(value) : formatValue(value, unit, digits),
    download: (score) => {
      const value = shownValue(score, metric, part);
      return value !== null && isMoney ? value / 10 ** digits : value;
    },
  };
}
