import { formatCount, formatPlural, formatRate } from "../format.ts";
import { type Answer, type Figure, listWords } from "./answer.ts";
import { territoryMethod } from "./territory-method.ts";

export interface TerritoryFacts {
  /** Deviations are fractions of a rep's target. */
  readonly reps: readonly {
    readonly rep: string;
    readonly pool: string;
    readonly deviation_before_rate: number;
    readonly deviation_after_rate: number;
  }[];
  readonly count_moves: number;
  /** Accounts that the plan of territories looks at; 0 without a plan. */
  readonly count_accounts: number;
  readonly count_territories: number;
  /** Accounts in a territory that has nobody. */
  readonly count_without_rep: number;
  readonly count_conflicts: number;
  readonly count_orphans: number;
  readonly count_holdouts: number;
  readonly count_expired: number;
}

type Rep = TerritoryFacts["reps"][number];
type Deviation = "deviation_before_rate" | "deviation_after_rate";

/** Answers whether accounts are shared out evenly, and what would make them so. */
export function territoriesAnswer(facts: TerritoryFacts): Answer {
  return {
    sentence: `${standing(facts)}.`,
    details: [typical(facts), planned(facts), open(facts)].filter((text) => text !== undefined),
    figures: figuresOf(facts),
    method: territoryMethod(facts.count_accounts > 0),
  };
}

function standing({ reps, count_moves }: TerritoryFacts): string {
  const worst = worstBy(reps, "deviation_before_rate");
  const after = worstBy(reps, "deviation_after_rate");
  if (!worst || !after) return "0 reps have accounts, so there is nothing to share out";
  if (worst.deviation_before_rate < even) {
    return `${formatPlural(reps.length, "rep")} ${reps.length === 1 ? "has" : "have"} an equal share of accounts`;
  }
  const today = `${worst.rep} is furthest from balance, ${formatRate(worst.deviation_before_rate)} off an equal share of ${worst.pool}`;
  if (count_moves === 0) return `${today}, and no move within the limits is worth its while`;
  const moves = formatPlural(count_moves, "move");
  const verb = count_moves === 1 ? "brings" : "bring";
  return `${today}; ${moves} of accounts ${verb} the worst rep to ${formatRate(after.deviation_after_rate)}`;
}

function typical({ reps, count_moves }: TerritoryFacts): string | undefined {
  if (reps.length === 0 || count_moves === 0) return undefined;
  const near = (key: Deviation) => reps.filter((rep) => rep[key] <= closeTo).length;
  return `${near("deviation_before_rate")} of ${formatPlural(reps.length, "rep")} ${near("deviation_before_rate") === 1 ? "is" : "are"} within ${formatRate(closeTo)} of their share today, ${near("deviation_after_rate")} with the moves.`;
}

/** Less than what a reader is shown of a rate. */
const even = 0.0005;

/** How near to its share a rep is counted as balanced. */
const closeTo = 0.1;

function planned(facts: TerritoryFacts): string | undefined {
  if (facts.count_accounts === 0) {
    return "No plans/territories.yaml holds: accounts are counted with the rep who owns them today.";
  }
  const vacant =
    facts.count_without_rep === 0
      ? ""
      : `; ${formatPlural(facts.count_without_rep, "account")} ${facts.count_without_rep === 1 ? "is" : "are"} in territories that have nobody`;
  return `The plan places accounts in ${formatPlural(facts.count_territories, "territory", "territories")}${vacant}.`;
}

function open(facts: TerritoryFacts): string | undefined {
  const parts = [
    counted(
      facts.count_conflicts,
      "is claimed by several territories",
      "are claimed by several territories",
    ),
    counted(facts.count_orphans, "is in no territory", "are in no territory"),
  ].filter((part) => part !== undefined);
  const expired =
    facts.count_expired === 0
      ? []
      : [
          `${formatPlural(facts.count_expired, "holdout")} ${facts.count_expired === 1 ? "has" : "have"} ended`,
        ];
  const all = [...parts, ...expired];
  return all.length === 0 ? undefined : `${listWords(all)}.`;
}

const counted = (count: number, one: string, many: string) =>
  count === 0 ? undefined : `${formatPlural(count, "account")} ${count === 1 ? one : many}`;

function figuresOf(facts: TerritoryFacts): Figure[] {
  const worst = worstBy(facts.reps, "deviation_before_rate");
  const after = worstBy(facts.reps, "deviation_after_rate");
  if (!worst || !after) return [];
  const figures = [
    { label: "Worst rep today", value: formatRate(worst.deviation_before_rate), note: worst.rep },
    {
      label: "Worst rep with the moves",
      value: formatRate(after.deviation_after_rate),
      note: after.rep,
    },
    { label: "Moves", value: formatCount(facts.count_moves), note: "accounts that change hands" },
  ];
  if (facts.count_accounts === 0) return figures;
  const conflicts = formatCount(facts.count_conflicts);
  const orphans = formatCount(facts.count_orphans);
  return [
    ...figures,
    { label: "Claimed twice", value: conflicts, note: "accounts of overlapping rules" },
    { label: "In no territory", value: orphans, note: "accounts that no rule covers" },
  ];
}

const worstBy = (reps: readonly Rep[], key: Deviation): Rep | undefined =>
  reps.reduce<Rep | undefined>(
    (worst, rep) => (worst === undefined || rep[key] > worst[key] ? rep : worst),
    undefined,
  );
