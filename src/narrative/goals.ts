import {
  formatChance,
  formatCount,
  formatFineRate,
  formatPlural,
  formatValue,
  type Unit,
} from "../format.ts";
import { type Answer, type Currency, type Figure, listWords } from "./answer.ts";
import { type ChanceMinimum, goalMethod } from "./goal-method.ts";
import { uncapital } from "./initial.ts";

/** How one goal stands. */
export interface GoalFacts {
  readonly goal_id: string;
  readonly parent_id: string | null;
  /** What a reader calls its KPI, such as `Win rate`. */
  readonly label: string;
  readonly unit: Unit;
  readonly entity: string;
  readonly target: number;
  readonly status: string;
  readonly chance_rate: number | null;
  /** Whether the chance is that of the forecast of bookings, rather than of the KPI's own history. */
  readonly is_forecast: boolean | null;
}

export interface GoalsFacts extends Currency {
  /** In the order of the company's file. */
  readonly goals: readonly GoalFacts[];
  readonly minimum: ChanceMinimum;
}

const underWay = ["on_track", "at_risk", "off_track", "no_value"];

/** Answers whether goals are going to be reached. */
export function goalsAnswer(facts: GoalsFacts): Answer {
  const { goals, minimum } = facts;
  const method = goalMethod(minimum);
  if (goals.length === 0) {
    const sentence = "No goals are on file: write them into plans/goals.yaml and rebuild.";
    return { sentence, details: [], figures: [], method };
  }
  return {
    sentence: `${standing(goals)}${foremost(facts)}.`,
    details: [
      named(having(goals, "off_track"), "Off track"),
      named(having(goals, "at_risk"), "At risk"),
      over(goals),
    ].filter((text) => text !== undefined),
    figures: figuresOf(goals),
    method,
  };
}

const having = (goals: readonly GoalFacts[], ...statuses: readonly string[]) =>
  goals.filter(({ status }) => statuses.includes(status));

function standing(goals: readonly GoalFacts[]): string {
  const running = having(goals, ...underWay);
  if (running.length === 0) return "No goal is under way";
  const count = (status: string, words: string) => {
    const found = having(running, status).length;
    return found === 0 ? [] : [`${found} ${found === 1 ? "is" : "are"} ${words}`];
  };
  const parts = [
    ...count("on_track", "on track"),
    ...count("at_risk", "at risk"),
    ...count("off_track", "off track"),
    ...count("no_value", "without a value yet"),
  ];
  return `Of ${formatPlural(running.length, "goal")} under way, ${listWords(parts)}`;
}

/** The goal under way that stands first in the file and serves no other. */
function foremost(facts: GoalsFacts): string {
  const goal = having(facts.goals, ...underWay).find(({ parent_id }) => parent_id === null);
  if (!goal) return "";
  const which = `the ${uncapital(goal.label)} goal of ${goal.entity}, ${asked(goal, facts)},`;
  return goal.chance_rate === null
    ? `; for ${which} no chance can be stated`
    : `; ${which} has a chance of ${formatChance(goal.chance_rate)} by ${goal.is_forecast ? "the forecast of bookings" : "its own history"}`;
}

function asked({ target, unit }: GoalFacts, { currency, currency_digits }: Currency): string {
  if (unit === "ratio") return formatFineRate(target);
  const value = formatValue(target, unit, currency_digits);
  return unit.startsWith("money") ? `${currency} ${value}` : value;
}

/** How many goals a sentence names before it counts the rest. */
const mostNamed = 4;

function named(found: readonly GoalFacts[], words: string): string | undefined {
  if (found.length === 0) return undefined;
  const names = found.map(({ label, entity }) => `${uncapital(label)} of ${entity}`);
  const rest = names.length - mostNamed;
  const shown = rest > 1 ? [...names.slice(0, mostNamed), `${rest} more`] : names;
  return `${words}: ${listWords(shown)}.`;
}

function over(goals: readonly GoalFacts[]): string | undefined {
  const parts = ["reached", "missed"].flatMap((status) => {
    const count = having(goals, status).length;
    return count === 0
      ? []
      : [`${formatPlural(count, "goal")} ${count === 1 ? "was" : "were"} ${status}`];
  });
  return parts.length === 0 ? undefined : `${listWords(parts)}.`;
}

function figuresOf(goals: readonly GoalFacts[]): Figure[] {
  const running = having(goals, ...underWay).length;
  const stated = having(goals, ...underWay).filter(({ chance_rate }) => chance_rate !== null);
  const likely = stated.filter(({ chance_rate }) => (chance_rate ?? 0) >= 0.5).length;
  const count = (status: string, label: string) => ({
    label,
    value: formatCount(having(goals, status).length),
    note: `of ${formatPlural(running, "goal")} under way`,
  });
  return [
    count("on_track", "On track"),
    count("at_risk", "At risk"),
    count("off_track", "Off track"),
    {
      label: "Likelier than not",
      value: formatCount(likely),
      note: `of ${formatCount(stated.length)} with a chance stated`,
    },
    {
      label: "Not started",
      value: formatCount(having(goals, "not_started").length),
      note: having(goals, "not_started").length === 1 ? "begins later" : "begin later",
    },
  ];
}
