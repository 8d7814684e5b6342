import type { PlainDate } from "../calendar.ts";
import { meets, ruleWords } from "./condition.ts";
import { findingsOf } from "./findings.ts";
import { accountFinder } from "./named-account.ts";
import type {
  Exception,
  Holdout,
  Rule,
  Territory,
  TerritoryAccount,
  TerritoryFinding,
  TerritoryPerson,
  TerritoryPlan,
} from "./plan.ts";
import { staffingFindings } from "./staffing.ts";

/** An account's territory and rep, and what gives it to them. */
export interface Assignment {
  readonly accountId: string;
  /** Null where nothing places the account. */
  readonly territory: string | null;
  /** Null where the territory is vacant, or held by nobody who is there. */
  readonly repId: string | null;
  readonly by: "holdout" | "exception" | "rule" | "nothing";
  /** In words: "rule: segment Enterprise, country US". */
  readonly grounds: string;
  /** The last day of a holdout or an exception that has one. */
  readonly until: PlainDate | null;
}

/** An account that the rules of several territories claim. */
export interface Conflict {
  readonly accountId: string;
  /** In the plan's order; the first has the account. */
  readonly claims: readonly { readonly territory: string; readonly rule: string }[];
}

export interface Assignments {
  /** Every account, by id. */
  readonly assignments: readonly Assignment[];
  readonly conflicts: readonly Conflict[];
  /** Ids of accounts that are in no territory. */
  readonly orphans: readonly string[];
  readonly findings: readonly TerritoryFinding[];
}

interface Claim {
  readonly territory: Territory;
  readonly rule: Rule;
}

/**
 * Gives every account its territory on a day: a holdout stays with the rep who has it, an
 * exception goes where it says, any other account to the first territory with a rule that it meets.
 *
 * @param people everybody whom a territory may name
 */
export function deriveAssignments(
  plan: TerritoryPlan,
  accounts: readonly TerritoryAccount[],
  people: readonly TerritoryPerson[],
  day: PlainDate,
): Assignments {
  const ordered = [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1));
  const find = accountFinder(ordered);
  const claimsOf = claimer(plan.territories, find);
  const inForce = <Entry extends Exception | Holdout>(entries: readonly Entry[]) =>
    new Map(
      entries
        .filter((entry) => isInForce(entry, day))
        .map((entry) => [find(entry.account)?.id, entry]),
    );
  const [holdouts, exceptions] = [inForce(plan.holdouts), inForce(plan.exceptions)];
  const active = new Set(people.filter(({ isActive }) => isActive).map(({ id }) => id));
  const placed = ordered.map((account) => {
    const claims = claimsOf(account);
    const holdout = holdouts.get(account.id);
    const exception = exceptions.get(account.id);
    const assignment = holdout
      ? held(account, holdout, plan, active)
      : exception
        ? excepted(account, exception, plan, active)
        : ruled(account, claims[0], active);
    return { assignment, claims };
  });
  const assignments = placed.map(({ assignment }) => assignment);
  return {
    assignments,
    conflicts: placed.flatMap(({ assignment, claims }) => conflictOf(assignment, claims)),
    orphans: assignments.flatMap(({ accountId, by }) => (by === "nothing" ? [accountId] : [])),
    findings: [
      ...findingsOf({ plan, accounts: ordered, people, day, find, claimsOf }),
      ...staffingFindings(plan, people, assignments),
    ],
  };
}

/** Whether an exception or a holdout has begun and not ended. */
export const isInForce = (
  { effectiveFrom, until }: Pick<Exception, "effectiveFrom" | "until">,
  day: PlainDate,
): boolean => (effectiveFrom ?? day) <= day && day <= (until ?? day);

export type ClaimsOf = (account: TerritoryAccount) => readonly Claim[];

/** The territories that claim an account, each by the first of its rules that the account meets. */
function claimer(
  territories: readonly Territory[],
  find: (name: string) => TerritoryAccount | undefined,
): ClaimsOf {
  const rules = territories.map((territory) => ({
    territory,
    rules: territory.rules.map((rule) => ({
      rule,
      named: rule.accounts && new Set(rule.accounts.map((name) => find(name)?.id ?? "")),
    })),
  }));
  return (account) =>
    rules.flatMap(({ territory, rules: own }) => {
      const met = own.find(({ rule, named }) => meets(account, rule, named));
      return met ? [{ territory, rule: met.rule }] : [];
    });
}

const holderOf = ({ owner }: Territory, active: ReadonlySet<string>) =>
  owner !== null && active.has(owner) ? owner : null;

/** A holdout is in the territory of the rep who has the account, where that rep has one. */
function held(
  { id, repId }: TerritoryAccount,
  { until, reason }: Holdout,
  { territories }: TerritoryPlan,
  active: ReadonlySet<string>,
): Assignment {
  const own = territories.find(({ owner }) => owner !== null && owner === repId);
  return {
    accountId: id,
    territory: own?.name ?? null,
    repId: repId !== null && active.has(repId) ? repId : null,
    by: "holdout",
    grounds: because("holdout", reason),
    until,
  };
}

function excepted(
  { id }: TerritoryAccount,
  { territory, reason, until }: Exception,
  { territories }: TerritoryPlan,
  active: ReadonlySet<string>,
): Assignment {
  const named = territories.find(({ name }) => name === territory);
  return {
    accountId: id,
    territory,
    repId: named ? holderOf(named, active) : null,
    by: "exception",
    grounds: because("exception", reason),
    until,
  };
}

function ruled(
  { id }: TerritoryAccount,
  claim: Claim | undefined,
  active: ReadonlySet<string>,
): Assignment {
  if (!claim) {
    const grounds = "no rule of any territory";
    return { accountId: id, territory: null, repId: null, by: "nothing", grounds, until: null };
  }
  return {
    accountId: id,
    territory: claim.territory.name,
    repId: holderOf(claim.territory, active),
    by: "rule",
    grounds: `rule: ${ruleWords(claim.rule)}`,
    until: null,
  };
}

const because = (what: string, reason: string | null) =>
  reason === null ? what : `${what}: ${reason}`;

/** A holdout or an exception settles whose an account is; rules that overlap don't. */
function conflictOf({ accountId, by }: Assignment, claims: readonly Claim[]): Conflict[] {
  if (by !== "rule" || claims.length < 2) return [];
  return [
    {
      accountId,
      claims: claims.map(({ territory, rule }) => ({
        territory: territory.name,
        rule: ruleWords(rule),
      })),
    },
  ];
}
