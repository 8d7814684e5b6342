import { type Column, date, rate, text } from "./column.js";
import { type GoalRow, goalAnchor, goalFigure, statusWord } from "./goal.js";
import type { Money } from "./quarterChart.js";

/** Every goal in a line, figures in their own units. */
export function goalColumns(money: Money): Column<GoalRow>[] {
  const figure = (heading: string, value: (row: GoalRow) => number | null): Column<GoalRow> => ({
    heading,
    value,
    isNumber: true,
    format: (found: number, row: GoalRow) => goalFigure(found, row, money),
    download: (row) => inMajorUnits(value(row), row, money),
  });
  return [
    text<GoalRow>(
      "Goal",
      (row) => row.title,
      (row) => `#${encodeURIComponent(goalAnchor(row))}`,
    ),
    text("Status", ({ status }) => statusWord(status)),
    figure("Now", (row) => row.value),
    figure("Asked by now", (row) => row.asked),
    figure("Target", (row) => row.target),
    rate("Progress", (row) => row.progress_rate),
    rate("Asked progress", (row) => row.asked_rate),
    rate("Chance", (row) => row.chance_rate),
    figure("Expected", (row) => row.expected),
    figure("80 % from", (row) => row.lower_80),
    figure("80 % to", (row) => row.upper_80),
    date("Starts", (row) => row.start_date),
    date("Due", (row) => row.due_date),
    text("Owner", (row) => row.owner),
  ];
}

const inMajorUnits = (value: number | null, { unit }: GoalRow, { currency_digits }: Money) =>
  value !== null && unit.startsWith("money") ? value / 10 ** currency_digits : value;
