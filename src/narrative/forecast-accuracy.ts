import { formatPlural, formatRate } from "../format.ts";
import { accuracyMethod } from "./accuracy-method.ts";
import type { Answer, Figure } from "./answer.ts";

/** How many of the company's quarter forecasts held what came in their range of a level. */
export interface Held {
  /** Percent: 50, 80 or 95. */
  readonly level: number;
  readonly n: number;
  readonly held: number;
  /** 95 % interval of the share. */
  readonly lower: number;
  readonly upper: number;
}

/** Two ways of forecasting over the same forecasts, errors as shares of what was booked. */
export interface Step {
  readonly n: number;
  readonly before: number;
  readonly after: number;
  /** What the second gained; its bounds null with too few periods. */
  readonly rate: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface AccuracyFacts {
  /** Of forecasts made within the quarter. */
  readonly held: readonly Held[];
  readonly naive: Step | null;
  readonly stageWeighted: Step | null;
  /** Managers' commits for their teams. */
  readonly managers: Step | null;
  /** Forecasts of finished quarters that earlier editions published. */
  readonly published: number;
}

/** Answers whether forecasts were right: how often the range held, and against what they gained. */
export function accuracyAnswer(facts: AccuracyFacts): Answer {
  const held = facts.held.find(({ level }) => level === 80);
  if (!held) {
    return {
      sentence: "No forecast can be judged yet: no period that could be forecast is over.",
      details: [],
      figures: [],
      method: accuracyMethod,
    };
  }
  return {
    sentence: heldSentence(held),
    details: [rangeSentence(held), missSentence(facts), callSentence(facts), ledgerSentence(facts)],
    figures: figuresOf(facts),
    method: accuracyMethod,
  };
}

const heldSentence = ({ n, held }: Held) =>
  `Of ${formatPlural(n, "forecast")} of past quarters, the 80 % range held what came in ${held} (${formatRate(held / n)}).`;

function rangeSentence({ lower, upper }: Held): string {
  const range = `So many allow the share to lie between ${formatRate(lower)} and ${formatRate(upper)} in the long run`;
  if (lower > 0.8) return `${range}: ranges are wider than they need to be.`;
  if (upper < 0.8) return `${range}: ranges are too narrow.`;
  return `${range}, and 80 % is among that.`;
}

function missSentence({ naive, stageWeighted }: AccuracyFacts): string {
  const miss = naive ?? stageWeighted;
  if (miss === null) return "There is nothing yet to compare their misses with.";
  const others = [
    naive && `the same quarter a year before by ${formatRate(naive.before)}`,
    stageWeighted &&
      `${naive ? "and " : ""}open deals at the CRM’s own probability by ${formatRate(stageWeighted.before)}${sameOf(stageWeighted, miss)}`,
  ].filter(Boolean);
  return `Made within the quarter, they missed by ${formatRate(miss.after)} of what was booked; ${others.join(", ")}.`;
}

/** Where the two were compared on other forecasts, what ours missed on those. */
const sameOf = (step: Step, shown: Step) =>
  Math.abs(step.after - shown.after) < 0.0005
    ? ""
    : ` (where ours missed by ${formatRate(step.after)})`;

function callSentence({ managers }: AccuracyFacts): string {
  if (managers === null) return "No call of a manager can be held against a forecast yet.";
  return `Managers’ commits for their teams, set against the forecast of the same day, ${verdictOf(managers)}.`;
}

/** What the interval allows to be said of who came closer. */
function verdictOf({ rate, lower, upper }: Step): string {
  const size = `${formatRate(Math.abs(rate))} of what was booked`;
  if (lower === null || upper === null)
    return `were ${rate < 0 ? "farther off" : "closer"} by ${size}, over too few periods to tell`;
  const range = `(95 %: ${formatRate(lower)} to ${formatRate(upper)}; below zero is farther off)`;
  if (lower > 0) return `came closer by ${size} ${range}`;
  if (upper < 0) return `were farther off by ${size} ${range}`;
  return `were neither clearly closer nor farther off: ${formatRate(rate)} of what was booked ${range}`;
}

const ledgerSentence = ({ published }: AccuracyFacts) =>
  published === 0
    ? "All of these are back-tests: no quarter is over that an edition of this site had forecast."
    : `${formatPlural(published, "forecast")} that earlier editions published of quarters now over ${published === 1 ? "is" : "are"} kept and judged apart.`;

function figuresOf({ held, naive, stageWeighted }: AccuracyFacts): Figure[] {
  const shares = held
    .filter(({ level }) => level !== 50)
    .map(({ level, n, held: count }) => ({
      label: `${level} % range held`,
      value: formatRate(count / n),
      note: `${count} of ${n}`,
    }));
  return [
    ...shares,
    ...stepFigure("Gained on a year before", naive),
    ...stepFigure("Gained on stage-weighted", stageWeighted),
  ];
}

function stepFigure(label: string, step: Step | null): Figure[] {
  if (step === null) return [];
  const { rate, lower, upper, n } = step;
  const range =
    lower === null || upper === null
      ? `${n} forecasts, too few periods for a range`
      : `of bookings; 95 %: ${formatRate(lower)} to ${formatRate(upper)}`;
  return [{ label, value: formatRate(rate), note: range }];
}
