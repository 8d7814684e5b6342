import { grouped } from "../../statistics/grouped.ts";
import { type Movement, movementsOf } from "./asset.ts";
import type { Cost } from "./cost.ts";
import { type Contract, type Life, lifeOf } from "./life.ts";
import { firstDay, type MonthNumber, monthNumber } from "./months.ts";
import type { AccountingPolicy } from "./policy.ts";

/** A month of what was paid on a component for a deal, or for none. */
export interface AssetMovement extends Movement {
  readonly component: string | null;
  readonly opportunityId: string | null;
  /** The type of the deal as it was told first. */
  readonly kind: string | null;
}

/** What was paid on a component for a deal: over how long it is of use, and what became of it. */
export interface Asset {
  readonly component: string;
  readonly contract: Contract;
  /** The type of the deal as it was told first. */
  readonly kind: string | null;
  readonly life: Life;
  readonly movements: readonly Movement[];
}

export interface ScheduleInput {
  /** Of months after the closed ones. */
  readonly costs: readonly Cost[];
  readonly contracts: ReadonlyMap<string, Contract>;
  readonly policy: AccountingPolicy;
  /** Whether what a component pays is a cost of obtaining contracts. */
  readonly isIncremental: (component: string) => boolean;
  /** Of closed months: they stay as they are, and later ones go on from what they left. */
  readonly closed: readonly AssetMovement[];
  readonly closedThrough: MonthNumber | null;
  readonly through: MonthNumber;
}

/** What becomes of a plan's pay: assets by component and deal, and what is expensed at once. */
export interface Schedule {
  readonly assets: readonly Asset[];
  /** Pay that is no cost of obtaining a contract, or of no contract that is known. */
  readonly expensed: readonly AssetMovement[];
}

/** A plan's pay month by month; the movements of a month sum to what is earned in it. */
export function scheduleOf(input: ScheduleInput): Schedule {
  const { costs, closed, contracts, isIncremental } = input;
  const capitalised = new Set(closed.filter(isCapitalised).map(keyOf));
  const ofAsset = (one: Pick<Cost, "component" | "opportunityId">) =>
    capitalised.has(keyOf(one)) ||
    (one.component !== null && isIncremental(one.component) && isKnown(one, contracts));
  const byKey = grouped(costs.filter(ofAsset), keyOf);
  const closedByKey = grouped(closed.filter(ofAsset), keyOf);
  const keys = [...new Set([...byKey.keys(), ...closedByKey.keys()])].sort();
  const atOnce = costs.filter((one) => !ofAsset(one));
  return {
    assets: keys.flatMap((key) => assetOf(byKey.get(key) ?? [], closedByKey.get(key) ?? [], input)),
    expensed: [...closed.filter((one) => !ofAsset(one)), ...expensedAtOnce(atOnce, contracts)],
  };
}

const isKnown = (
  { opportunityId }: Pick<Cost, "opportunityId">,
  contracts: ReadonlyMap<string, Contract>,
): boolean => opportunityId !== null && contracts.has(opportunityId);

const keyOf = ({ component, opportunityId }: Pick<Cost, "component" | "opportunityId">) =>
  JSON.stringify([component, opportunityId]);

const isCapitalised = ({ capitalisedCents }: Movement) => capitalisedCents !== 0;

function assetOf(
  costs: readonly Cost[],
  closed: readonly AssetMovement[],
  { contracts, policy, closedThrough, through, isIncremental }: ScheduleInput,
): Asset[] {
  const { component, opportunityId } = costs[0] ?? closed[0] ?? {};
  if (typeof component !== "string" || typeof opportunityId !== "string") return [];
  const contract = contracts.get(opportunityId) ?? takenOut(opportunityId, closed);
  const kind = closed[0]?.kind ?? contract.kind;
  const life = lifeOf({ ...contract, kind }, policy);
  const byMonth = centsByMonth(costs);
  const open = movementsOf({
    life: isIncremental(component) ? life : { ...life, isExpensed: true },
    by: policy.by,
    costs: byMonth,
    openingCents: standing(closed),
    from: closedThrough === null ? Math.min(...byMonth.keys(), through) : closedThrough + 1,
    through,
  });
  return [{ component, contract, kind, life, movements: [...closed, ...open] }];
}

/** A deal that the exports don't tell any more is of no use to anybody. */
function takenOut(opportunityId: string, closed: readonly AssetMovement[]): Contract {
  const bookedOn = firstDay(Math.min(...closed.map(({ month }) => month)));
  const kind = closed[0]?.kind ?? null;
  return { opportunityId, kind, bookedOn, startsOn: null, termMonths: null, endedOn: bookedOn };
}

/** What stands after movements; whole minor units. */
export const standing = (movements: readonly Movement[]): number =>
  movements.reduce(
    (sum, { capitalisedCents, amortisedCents, impairedCents }) =>
      sum + capitalisedCents - amortisedCents - impairedCents,
    0,
  );

function centsByMonth(costs: readonly Cost[]): Map<MonthNumber, number> {
  const sums = new Map<MonthNumber, number>();
  for (const { date, cents } of costs) {
    const month = monthNumber(date);
    sums.set(month, (sums.get(month) ?? 0) + cents);
  }
  return sums;
}

function expensedAtOnce(
  costs: readonly Cost[],
  contracts: ReadonlyMap<string, Contract>,
): AssetMovement[] {
  return [...grouped(costs, keyOf).values()].flatMap((own) => {
    const { component = null, opportunityId = null } = own[0] ?? {};
    const kind = contracts.get(opportunityId ?? "")?.kind ?? null;
    return [...centsByMonth(own)]
      .filter(([, cents]) => cents !== 0)
      .map(([month, expensedCents]) => ({
        month,
        component,
        opportunityId,
        kind,
        capitalisedCents: 0,
        amortisedCents: 0,
        impairedCents: 0,
        expensedCents,
      }));
  });
}
