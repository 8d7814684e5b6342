import type { FiscalCalendar, PlainDate } from "../../src/calendar.ts";
import { epochDay } from "../../src/opportunity/epoch.ts";
import { chanceAfter, stepsBy } from "../../src/opportunity/hazard/incidence.ts";
import { decilesOf, type ScoredChances } from "../../src/opportunity/hazard/scored.ts";
import { dealKey } from "../../src/opportunity/hazard/snapshot.ts";
import { quarterEnds } from "../../src/opportunity/hazard/step.ts";
import type { Run } from "../run.ts";
import type { DealOutlook } from "./outlook.ts";

interface OutcomeRow {
  readonly opportunity_id: string;
  readonly spell: number;
  readonly outcome: "won" | "lost";
  readonly ended_on: PlainDate;
}

/** The last day by which a deal had to be won, as an epoch day. */
const horizons = {
  quarter: (cutoff: PlainDate, calendar: FiscalCalendar) => quarterEnds(cutoff, calendar)[0],
  year: (cutoff: PlainDate) => epochDay(cutoff) + 365,
} as const;

type Horizon = keyof typeof horizons;

/**
 * Sets the chances of monthly cutoffs against what became of the deals, where that is known: the
 * horizon is over by the as-of date. `rows` are those of `deal_calibration`.
 */
export async function dealScores({ warehouse, workspace, asOf }: Run) {
  const order = ["opportunity_id", "spell"];
  const outcomes = await warehouse.table<OutcomeRow>("deal_outcome", order);
  const wonOn = new Map(
    outcomes
      .filter(({ outcome }) => outcome === "won")
      .map((row) => [dealKey(row), epochDay(row.ended_on)]),
  );
  const scored: Record<Horizon, ScoredChances> = { quarter: empty(), year: empty() };
  const names = Object.keys(horizons) as Horizon[];
  const { calendar } = workspace.company;
  return {
    add(outlook: DealOutlook): void {
      if (!outlook.isMonthly) return;
      for (const name of names) {
        const due = horizons[name](outlook.cutoff, calendar);
        if (due <= epochDay(asOf)) take(scored[name], outlook, { due, wonOn });
      }
    },
    rows: () =>
      names.flatMap((horizon) =>
        decilesOf(scored[horizon]).map((row, index) => ({ horizon, decile: index + 1, ...row })),
      ),
  };
}

interface Known {
  readonly due: number;
  /** Of deals that were won the epoch day on which. */
  readonly wonOn: ReadonlyMap<string, number>;
}

function take(
  { chances, outcomes, deals }: ScoredChances,
  { deals: open, incidence }: DealOutlook,
  { due, wonOn }: Known,
): void {
  const { steps, won } = incidence;
  const count = stepsBy(steps, due);
  if (count === 0) return;
  // a year ends within a week: what is won after the last whole one doesn't count
  const last = steps[count - 1]?.last ?? Number.NaN;
  for (const [row, deal] of open.entries()) {
    const key = dealKey(deal);
    chances.push(chanceAfter(won, { row, width: steps.length, steps: count }));
    outcomes.push((wonOn.get(key) ?? Number.POSITIVE_INFINITY) <= last ? 1 : 0);
    deals.push(key);
  }
}

const empty = (): ScoredChances => ({ chances: [], outcomes: [], deals: [] });
