import { formatChance, formatFineRate, formatValue } from "../src/format.js";
import { type Column, date, text } from "./column.js";
import { type Status, statusWord } from "./goal.js";
import type { Money } from "./quarterChart.js";
import type { ScoredGoal } from "./scoreLines.js";

/** Goals under way of one entity, in a line each. */
export function goalLineColumns({ currency_digits }: Money): Column<ScoredGoal>[] {
  const figure = (
    heading: string,
    value: (goal: ScoredGoal) => number | null,
  ): Column<ScoredGoal> => ({
    heading,
    isNumber: true,
    value,
    format: (found: number, { unit }: ScoredGoal) =>
      unit === "ratio" ? formatFineRate(found) : formatValue(found, unit, currency_digits),
  });
  return [
    text<ScoredGoal>(
      "Goal",
      ({ label }) => label,
      ({ goal_id }) => `./goals.html#goal-${encodeURIComponent(goal_id)}`,
    ),
    text("Of", ({ entity }) => entity),
    text("Status", ({ status }) => statusWord(status as Status)),
    figure("Now", ({ value }) => value),
    figure("Target", ({ target }) => target),
    {
      heading: "Chance",
      isNumber: true,
      value: ({ chance_rate }) => chance_rate,
      format: (chance: number) => formatChance(chance),
    },
    date("Starts", ({ start_date }) => start_date),
    date("Due", ({ due_date }) => due_date),
  ];
}
