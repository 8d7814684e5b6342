import { html } from "npm:htl";
import { formatChance, formatMonth, formatPlural, formatRate } from "../src/format.js";
import { addsUp, aimWords, type GoalRow, goalAnchor, goalFigure, statusMark } from "./goal.js";
import type { Money } from "./quarterChart.js";

/** Goals under the goals they serve, each leading to its card; branches fold. */
export function goalTree(goals: readonly GoalRow[], money: Money): HTMLElement {
  const roots = goals.filter(({ parent_id }) => parent_id === null);
  return html`<section class="goal-tree" aria-label="Goals and the goals they serve">
    <h2>Which goal serves which</h2>
    <ul>${roots.map((root) => branch(root, goals, money))}</ul>
  </section>`;
}

function branch(goal: GoalRow, goals: readonly GoalRow[], money: Money): HTMLElement {
  const children = goals.filter(({ parent_id }) => parent_id === goal.goal_id);
  if (children.length === 0) return html`<li>${node(goal, "", money)}</li>`;
  const list = html`<div>${cascadeNote(goal, money)}
    <ul>${children.map((child) => branch(child, goals, money))}</ul></div>`;
  const fold = html`<button type="button" class="fold" aria-expanded="true"
    aria-label=${`Goals under ${goal.title}`}></button>`;
  fold.onclick = () => {
    list.hidden = !list.hidden;
    fold.setAttribute("aria-expanded", String(!list.hidden));
  };
  return html`<li>${node(goal, fold, money)}${list}</li>`;
}

function node(goal: GoalRow, fold: HTMLElement | string, money: Money): HTMLElement {
  const value =
    goal.value === null
      ? ""
      : html`<strong>${goalFigure(goal.value, goal, money)}</strong>${goal.is_maintained ? ", " : " → "}`;
  const chance = goal.chance_rate === null ? "" : ` · chance ${formatChance(goal.chance_rate)}`;
  return html`<div class="node">${fold}
    <a href=${`#${encodeURIComponent(goalAnchor(goal))}`}>${goal.title}</a>
    ${statusMark(goal.status)}
    <span class="figures">${value}${aimWords(goal, money)} by ${formatMonth(goal.due_date)}${chance}</span>
  </div>`;
}

/** How the goals under a goal add up to it, and which are missing. */
function cascadeNote(goal: GoalRow, money: Money): HTMLElement | string {
  const sentences = [combined(goal, money), missing(goal), others(goal)].filter(Boolean);
  return sentences.length === 0 ? "" : html`<p class="cascade">${sentences.join(" ")}</p>`;
}

function combined(goal: GoalRow, money: Money): string {
  const { combined_target, count_combined, child_type } = goal;
  if (combined_target === null || goal.buffer_rate === null || !count_combined) return "";
  const figure = goalFigure(combined_target, goal, money);
  const who = formatPlural(count_combined, child_type ?? "goal");
  if (count_combined === 1) return `${who} asks for ${figure}, ${against(goal)}.`;
  const way = addsUp(goal) ? "together" : "on weighted average";
  return `${who} ${way} ask for ${figure}, ${against(goal)}.`;
}

/** How far the children's goals are from the goal's own: in points where it is a rate. */
function against(goal: GoalRow): string {
  const { combined_target, buffer_rate, target, is_covered, missing: without } = goal;
  const [rate, gap] = [buffer_rate ?? 0, (combined_target ?? 0) - target];
  if (addsUp(goal) && without.length > 0) return `${formatRate(1 + rate)} of this goal’s target`;
  if (Math.abs(rate) < 0.0005) return "exactly this goal’s target";
  const points = `${Math.abs(gap * 100).toFixed(1)} points`;
  const size = goal.unit === "ratio" ? points : formatRate(Math.abs(rate));
  const apart = `${size} ${rate > 0 ? "above" : "below"} this goal’s target`;
  if (is_covered === null) return apart;
  return `${apart}: ${is_covered ? "a buffer" : "not enough"}`;
}

/** Names that a sentence holds before it counts. */
const mostNamed = 4;

function missing({ missing: names, child_type }: GoalRow): string {
  if (names.length === 0) return "";
  const are = names.length === 1 ? "has" : "have";
  if (names.length <= mostNamed) return `${names.join(", ")} ${are} no goal here.`;
  return `${formatPlural(names.length, `other ${child_type}`)} ${are} no goal here.`;
}

function others({ count_other_metric }: GoalRow): string {
  if (!count_other_metric) return "";
  const goals = formatPlural(count_other_metric, "goal");
  return `${goals} on another metric ${count_other_metric === 1 ? "isn’t" : "aren’t"} added up.`;
}
