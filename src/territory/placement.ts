import type { PlainDate } from "../calendar.ts";
import { ruleWords } from "./condition.ts";
import type {
  Exception,
  Holdout,
  Rule,
  Territory,
  TerritoryAccount,
  TerritoryPlan,
} from "./plan.ts";

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

/** Whether an exception or a holdout has begun and not ended. */
export const isInForce = (
  { effectiveFrom, until }: Pick<Exception, "effectiveFrom" | "until">,
  day: PlainDate,
): boolean => (effectiveFrom ?? day) <= day && day <= (until ?? day);

const holderOf = ({ owner }: Territory, active: ReadonlySet<string>) =>
  owner !== null && active.has(owner) ? owner : null;

/** A holdout is in the territory of the rep who has the account, where that rep has one. */
export function held(
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

/** An exception is in the territory that it names. */
export function excepted(
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

/** Any other account is in the first territory that claims it. */
export function ruled(
  { id }: TerritoryAccount,
  claim: { readonly territory: Territory; readonly rule: Rule } | undefined,
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
