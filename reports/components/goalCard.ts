import { html } from "npm:htl";
import { formatChance, formatCount, formatDate, formatPlural } from "../src/format.js";
import { figure } from "./figure.js";
import { aimWords, type GoalRow, goalAnchor, goalFigure, statusMark } from "./goal.js";
import { type GoalMilestone, type GoalValue, goalChart } from "./goalChart.js";
import type { Money } from "./quarterChart.js";

export interface GoalHistory {
  readonly values: readonly GoalValue[];
  readonly milestones: readonly GoalMilestone[];
}

/** Every goal's card, and how to read the charts. */
export const goalCards = (
  goals: readonly GoalRow[],
  history: GoalHistory,
  money: Money,
): HTMLElement => html`<section>
  <p class="aside">In each chart, blue: the KPI, with its expected range in the shaded cone.
  Ochre: what the goal asks for, its diamonds the milestones and the target. Grey: the same months
  of an earlier year.</p>
  <div class="goals">${goals.map((goal) => goalCard(goal, history, money))}</div>
</section>`;

/** A goal with its chart and all that is known of how it stands. */
function goalCard(goal: GoalRow, history: GoalHistory, money: Money): HTMLElement {
  const own = <Row extends { readonly goal_id: string }>(rows: readonly Row[]) =>
    rows.filter(({ goal_id }) => goal_id === goal.goal_id);
  const [values, milestones] = [own(history.values), own(history.milestones)];
  const note = goal.note === null ? "" : html`<p class="aside">${goal.note}</p>`;
  return html`<article class="goal" id=${goalAnchor(goal)} tabindex="-1">
    ${figure({
      title: goal.title,
      filename: goal.goal_id,
      draw: (width) => goalChart(goal, values, milestones, money, width),
    })}
    <dl>${facts(goal, money).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    ${note}
  </article>`;
}

type Fact = readonly [name: string, value: string | HTMLElement];

function facts(goal: GoalRow, money: Money): Fact[] {
  const read = (value: number | null) => goalFigure(value, goal, money);
  return [
    ["Status", statusMark(goal.status)],
    ["Now", valueNow(goal, money)],
    ["Asked by now", read(goal.asked)],
    [
      goal.is_maintained ? "To hold" : "Target",
      `${aimWords(goal, money)} by ${formatDate(goal.due_date)}`,
    ],
    ["Baseline", `${read(goal.baseline)}, as planned${plannedOn(goal)}`],
    ["Chance", chance(goal)],
    ["Owner", goal.owner],
    ...expected(goal, money),
  ];
}

/** The file's own figure: what has been counted since may differ from it. */
const plannedOn = ({ recorded_on }: GoalRow) =>
  recorded_on === null ? "" : ` on ${formatDate(recorded_on)}`;

function valueNow(goal: GoalRow, money: Money): string {
  if (goal.value === null) return "–";
  const value = goalFigure(goal.value, goal, money);
  return goal.n === null ? value : `${value}, n = ${formatCount(goal.n)}`;
}

/** Why there is none, where there is none. */
function chance({ chance_rate, count_forecasts, is_forecast, status, measure }: GoalRow): string {
  if (chance_rate !== null) {
    return is_forecast
      ? `${formatChance(chance_rate)}, by the forecast page’s forecast of bookings`
      : `${formatChance(chance_rate)}, by its own history (${formatPlural(count_forecasts ?? 0, "earlier forecast")} checked)`;
  }
  if (status === "reached" || status === "missed") return "decided";
  return measure === "level"
    ? "not stated: known for today alone"
    : "not stated: too little history";
}

function expected(goal: GoalRow, money: Money): Fact[] {
  const { expected: mean, lower_80, upper_80 } = goal;
  if (mean === null) return [];
  const read = (value: number | null) => goalFigure(value, goal, money);
  return [["Expected", `${read(mean)} (80 %: ${read(lower_80)} to ${read(upper_80)})`]];
}
