import { formatCount, formatValue } from "../src/format.js";
import { type Column, text } from "./column.js";
import { type CellPart, type Score, type ScoredMetric, shownValue } from "./scorecard.js";

/** Columns of a scorecard: the entity, then every metric in its unit, a mean with its median. */
export function scoreColumns(
  metrics: readonly ScoredMetric[],
  heading: string,
  digits: number,
): Column<Score>[] {
  const figures = metrics.flatMap((metric) => [
    figure(metric.label, metric, "value", digits),
    ...(metric.has_quartiles ? [figure(medianOf(metric), metric, "median", digits)] : []),
  ]);
  return [...entityColumns(heading), ...figures];
}

/** A mean among the quartiles and the median of the deals behind it. */
export function quartileColumns(
  metric: ScoredMetric,
  heading: string,
  digits: number,
): Column<Score>[] {
  return [
    ...entityColumns(heading),
    figure("Lower quartile", metric, "lower_quartile", digits),
    figure("Median", metric, "median", digits),
    figure("Upper quartile", metric, "upper_quartile", digits),
    figure("Mean", metric, "value", digits),
  ];
}

function entityColumns(heading: string): Column<Score>[] {
  if (heading !== "Rep") return [text(heading, (score) => score.name)];
  return [
    text<Score>(heading, (score) => score.name, repLink),
    text("Role", (score) => score.role_label),
    text("Team", (score) => score.team),
  ];
}

const repLink = (score: Score) => `./performance.html?rep=${encodeURIComponent(score.entity_id)}`;

/** `Median deal size` beside `Average deal size`. */
const medianOf = ({ label }: ScoredMetric) =>
  `Median ${label.replace(/^Average /, "").toLowerCase()}`;

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
