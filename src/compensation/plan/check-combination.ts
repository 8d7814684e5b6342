import type { Mistake } from "./mistake.ts";
import type { ComponentEntry } from "./schema.ts";

/** What a component says at once whose meaning together nobody could tell. */
interface Combination {
  readonly is: boolean;
  readonly key: string;
  readonly what: string;
  readonly remedy: string;
}

/** Combinations of rules that aren't priced; paths from the component. */
export function combinationMistakes(entry: ComponentEntry): Mistake[] {
  return [...ofReversal(entry), ...ofBudget(entry), ...ofTeam(entry), ...ofCaps(entry)]
    .filter(({ is }) => is)
    .map(({ key, what, remedy }) => ({
      path: [key],
      what: `unsupported combination: ${what}`,
      remedy,
    }));
}

const isHeld = ({ paid, hold_days }: ComponentEntry) => paid.booking < 1 || hold_days > 0;
const isTeam = ({ rate }: ComponentEntry) => rate.rule === "slab" && rate.reached_by === "team";
const isFirstCome = ({ budget }: ComponentEntry) => budget?.use === "first_come";
const isRepriced = ({ rate: { rule } }: ComponentEntry) =>
  rule === "slab" || rule === "overage" || rule === "cliff";
/** Whether what is taken away is only known once all of a period is. */
const isCut = ({ threshold, gates, caps }: ComponentEntry) =>
  threshold !== undefined ||
  gates.length > 0 ||
  caps.period !== undefined ||
  caps.year !== undefined;

function ofReversal(entry: ComponentEntry): Combination[] {
  const isRecomputed = entry.reversal.returns === "recompute";
  return [
    {
      is: isRecomputed && (isTeam(entry) || isFirstCome(entry)),
      key: "reversal",
      what: "recompute with what people share",
      remedy: "Say returns: original_line, where a team's tier or a budget binds people together.",
    },
    {
      is: isRecomputed && isHeld(entry),
      key: "reversal",
      what: "recompute with pay that is held",
      remedy: "Say returns: original_line, where pay falls due later than it is earned.",
    },
  ];
}

function ofBudget(entry: ComponentEntry): Combination[] {
  const { rate, budget, pool, multipliers } = entry;
  const isLump = rate.rule === "curve" && (rate.points[0]?.pays ?? 0) > 0;
  return [
    {
      is: isFirstCome(entry) && (isRepriced(entry) || multipliers.length > 0),
      key: "budget",
      what: "first-come budget of pay that changes later",
      remedy: "Say use: pro_rata, or pay flat, marginal or by a curve and without multipliers.",
    },
    {
      is: isFirstCome(entry) && isCut(entry),
      key: "budget",
      what: "first-come budget of pay that is cut later",
      remedy: "Say use: pro_rata, or leave threshold, gates and caps of periods out.",
    },
    {
      is: isFirstCome(entry) && isLump,
      key: "budget",
      what: "first-come budget of pay at a bound",
      remedy: "Say use: pro_rata, or begin the curve with pays: 0.",
    },
    {
      is: budget !== undefined && pool !== undefined,
      key: "pool",
      what: "pool with a budget",
      remedy: "Cap the pool instead: caps: { year: … }.",
    },
    {
      is: isHeld(entry) && (pool !== undefined || budget?.use === "pro_rata"),
      key: "paid",
      what: "shared pay that is held",
      remedy: "Pay what is shared at booking, without hold_days.",
    },
  ];
}

function ofTeam(entry: ComponentEntry): Combination[] {
  return [
    {
      is: isTeam(entry) && entry.caps.attainment !== undefined,
      key: "caps",
      what: "a cap of attainment with a team's tiers",
      remedy: "Cap money instead: caps: { period: … } or { year: … }.",
    },
    {
      is: isTeam(entry) && entry.pool !== undefined,
      key: "rate",
      what: "pool with a team's tiers",
      remedy: "A pool adds up a team's credit by itself: leave reached_by out.",
    },
  ];
}

function ofCaps(entry: ComponentEntry): Combination[] {
  return [
    {
      is: entry.caps.line !== undefined && isRepriced(entry),
      key: "caps",
      what: "cap of a deal with tiers that price earlier deals anew",
      remedy: "Cap a period or the year, or pay by marginal tiers or a curve.",
    },
  ];
}
