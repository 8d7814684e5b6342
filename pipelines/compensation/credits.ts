import type { Credit, CreditRole } from "../../src/compensation/credit/credit.ts";
import { withCustomers } from "../../src/compensation/credit/customers.ts";
import { creditsOfDeal, type RoleShare } from "../../src/compensation/credit/deal.ts";
import { meantShares, type Share } from "../../src/compensation/credit/split.ts";
import type { Person } from "../../src/compensation/person.ts";
import type { PlanTerms, SplitTotal } from "../../src/compensation/plan/terms.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { SoldDeal } from "./deals.ts";
import type { Organisation } from "./organisation.ts";
import type { PayInputs, ShareRow } from "./rows.ts";

/** Who may be credited with a deal, and for what. */
export interface Crediting {
  readonly organisation: Organisation;
  readonly shares: ReadonlyMap<string, readonly ShareRow[]>;
  readonly overlays: ReadonlyMap<string, readonly string[]>;
  /** Account → the rep of its territory. */
  readonly territories: ReadonlyMap<string, string>;
}

export function creditingOf(inputs: PayInputs, organisation: Organisation): Crediting {
  const members = grouped(inputs.overlays, ({ opportunity_id }) => opportunity_id);
  return {
    organisation,
    shares: grouped(inputs.shares, ({ opportunity_id }) => opportunity_id),
    overlays: new Map([...members].map(([id, rows]) => [id, rows.map(({ rep_id }) => rep_id)])),
    territories: new Map(
      inputs.territories.flatMap(({ account_id, rep_id }) =>
        rep_id === null ? [] : [[account_id, rep_id] as const],
      ),
    ),
  };
}

/**
 * The credits of a plan's people in the deals of its term, for whatever its components credit, and
 * what is taken back of them, however late.
 */
export function creditsUnder(
  plan: PlanTerms,
  people: readonly Person[],
  deals: readonly SoldDeal[],
  crediting: Crediting,
): Credit[] {
  const roles = new Set(plan.components.flatMap(({ credit }) => credit));
  const covered = new Set(people.map(({ repId }) => repId));
  const counted = plan.components.some(({ measure }) => measure === "new_customers")
    ? withCustomers
    : (credits: readonly Credit[]) => credits;
  return dealsOf(plan, deals).flatMap((deal) => {
    const sharings = sharingsOf(deal, plan.splitTotal, roles, crediting).filter((shares) =>
      shares.some(({ repId }) => covered.has(repId)),
    );
    const credits = deal.lines.flatMap((line) => creditsOfDeal(line, sharings));
    return counted(credits).filter(({ repId }) => covered.has(repId));
  });
}

/** The deals that were won while a plan holds. */
export const dealsOf = (
  { effectiveFrom: from, effectiveUntil: until }: PlanTerms,
  deals: readonly SoldDeal[],
): SoldDeal[] => deals.filter(({ date }) => date >= from && (until === null || date <= until));

/** Those who sold a deal share it; everybody else who is credited is so beside them. */
function sharingsOf(
  deal: SoldDeal,
  total: SplitTotal,
  roles: ReadonlySet<CreditRole>,
  crediting: Crediting,
): RoleShare[][] {
  const sellers = sellersOf(deal, crediting.shares.get(deal.opportunityId) ?? [], total);
  const beside: readonly (readonly [CreditRole, () => RoleShare[]])[] = [
    ["overlay", () => overlaysOf(deal, sellers, crediting)],
    ["manager", () => managersOf(deal, sellers, crediting)],
    ["team", () => teamOf(deal, crediting)],
    ["territory", () => territoryOf(deal, crediting)],
  ];
  return [sellers, ...beside.filter(([role]) => roles.has(role)).map(([, shares]) => shares())];
}

function sellersOf(
  { ownerId }: SoldDeal,
  shares: readonly ShareRow[],
  total: SplitTotal,
): RoleShare[] {
  const split = splitOf(shares);
  if (split.length === 0) return [{ repId: ownerId, role: "owner", credit: 1, pay: 1 }];
  return meantShares(split, total).map((share) => ({
    ...share,
    role: share.repId === ownerId ? "owner" : "split",
  }));
}

/** The shares of those who sold a deal, as they are written. */
export const splitOf = (shares: readonly ShareRow[]): Share[] =>
  shares
    .filter(({ role }) => role === "split")
    .map((row) => ({ repId: row.rep_id, credit: row.credit_rate, pay: row.pay_rate }));

/** Shares that plans/splits.csv gives beside the sale, and members of the deal's team with all of it. */
function overlaysOf(
  { opportunityId }: SoldDeal,
  sellers: readonly RoleShare[],
  { shares, overlays }: Crediting,
): RoleShare[] {
  const given = (shares.get(opportunityId) ?? [])
    .filter(({ role }) => role === "overlay")
    .map((row) => whole(row.rep_id, "overlay", row.credit_rate, row.pay_rate));
  const known = new Set([...sellers, ...given].map(({ repId }) => repId));
  const members = (overlays.get(opportunityId) ?? []).filter((repId) => !known.has(repId));
  return [...given, ...members.map((repId) => whole(repId, "overlay"))];
}

/** Everybody up the hierarchy from a seller has the seller's share. */
function managersOf(
  { date }: SoldDeal,
  sellers: readonly RoleShare[],
  { organisation }: Crediting,
): RoleShare[] {
  const led = new Map<string, RoleShare>();
  for (const { repId, credit, pay } of sellers) {
    for (const manager of organisation.managersOf(repId, date)) {
      const before = led.get(manager);
      led.set(
        manager,
        whole(manager, "manager", (before?.credit ?? 0) + credit, (before?.pay ?? 0) + pay),
      );
    }
  }
  return [...led.values()];
}

function teamOf({ ownerId, date }: SoldDeal, { organisation }: Crediting): RoleShare[] {
  const team = organisation.placeOf(ownerId, date)?.team_id;
  if (team === undefined || team === "unassigned") return [];
  return organisation.membersOf(team, date).map((repId) => whole(repId, "team"));
}

function territoryOf({ accountId }: SoldDeal, { territories }: Crediting): RoleShare[] {
  const repId = accountId === null ? undefined : territories.get(accountId);
  return repId === undefined ? [] : [whole(repId, "territory")];
}

const whole = (repId: string, role: CreditRole, credit = 1, pay = 1): RoleShare => ({
  repId,
  role,
  credit,
  pay,
});
