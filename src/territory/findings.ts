import type { PlainDate } from "../calendar.ts";
import { nearest } from "../errors.ts";
import { conditionNames, type NamedCondition, namedConditions, plain } from "./condition.ts";
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

type Find = (name: string) => TerritoryAccount | undefined;

export interface Examined {
  readonly plan: TerritoryPlan;
  readonly accounts: readonly TerritoryAccount[];
  readonly people: readonly TerritoryPerson[];
  readonly day: PlainDate;
  readonly find: Find;
  readonly claimsOf: (account: TerritoryAccount) => readonly { readonly territory: Territory }[];
}

/** What is odd about a plan of territories on a day, in the plan's order. */
export function findingsOf(examined: Examined): TerritoryFinding[] {
  const { plan, people } = examined;
  return [
    ...plan.territories.flatMap((territory) => ownerFindings(territory, people)),
    ...conditionFindings(examined),
    ...accountFindings(examined),
    ...plan.holdouts.flatMap((holdout) => expired(holdout, examined.day)),
    ...plan.exceptions.flatMap((exception) => idle(exception, examined)),
  ];
}

function ownerFindings(
  { name, owner, line }: Territory,
  people: readonly TerritoryPerson[],
): TerritoryFinding[] {
  const about = { subject: name, line };
  if (owner === null) {
    return [{ ...about, kind: "vacant_territory", detail: "nobody has the territory" }];
  }
  const person = people.find(({ id }) => id === owner);
  if (person?.isActive) return [];
  if (person) {
    const detail = `${person.name} isn't there any more`;
    return [{ ...about, kind: "left_territory_person", detail }];
  }
  const ids = people.map(({ id }) => id);
  const detail = `"${owner}" is on no list${hint(owner, ids)}`;
  return [{ ...about, kind: "unknown_territory_person", detail }];
}

/** Which of the known words was meant, to be said after what is wrong; nothing where none is near. */
export const hint = (word: string, known: readonly string[]) => {
  const meant = nearest(word, known);
  return meant === undefined ? "" : `; did you mean "${meant}"?`;
};

/** The values of rules that no account has, such as a misspelt segment. */
function conditionFindings({ plan, accounts }: Examined): TerritoryFinding[] {
  const known = new Map(
    conditionNames.map((condition) => {
      const values = accounts.flatMap<string | null>(namedConditions[condition]);
      return [condition, [...new Set(values.filter((value) => value !== null))].sort()] as const;
    }),
  );
  return plan.territories.flatMap(({ name, rules }) =>
    rules.flatMap((rule) =>
      conditionNames.flatMap((condition) =>
        unmet(name, rule, condition, known.get(condition) ?? []),
      ),
    ),
  );
}

function unmet(
  subject: string,
  rule: Rule,
  condition: NamedCondition,
  known: readonly string[],
): TerritoryFinding[] {
  const plainly = new Set(known.map(plain));
  return (rule[condition] ?? [])
    .filter((value) => !plainly.has(plain(value)))
    .map((value) => ({
      kind: "unmet_territory_condition",
      subject,
      line: rule.line,
      detail: `no account has ${condition} "${value}"${hint(value, known)}`,
    }));
}

/** Accounts that the plan names and nobody knows, or that bear a name with others. */
function accountFindings({ plan, find, accounts }: Examined): TerritoryFinding[] {
  const named = [
    ...plan.territories.flatMap(({ rules }) =>
      rules.flatMap(({ accounts: own, line }) => (own ?? []).map((account) => ({ account, line }))),
    ),
    ...plan.exceptions,
    ...plan.holdouts,
  ];
  const names = accounts.map(({ name }) => name ?? "");
  return named.flatMap(({ account, line }) => {
    if (find(account)) return [];
    const bearers = names.filter((name) => plain(name) === plain(account)).length;
    const detail =
      bearers > 1
        ? `${bearers} accounts bear the name`
        : `no account has that id or name${hint(account, names)}`;
    return [{ kind: "unknown_territory_account", subject: account, line, detail }];
  });
}

function expired({ account, until, line }: Holdout, day: PlainDate): TerritoryFinding[] {
  if (until >= day) return [];
  const detail = `the holdout ended on ${until}`;
  return [{ kind: "expired_holdout", subject: account, line, detail }];
}

/** An exception that is over, or that places an account where the rules place it too. */
function idle(exception: Exception, { day, find, claimsOf }: Examined): TerritoryFinding[] {
  const { account, territory, until, line } = exception;
  const about = { kind: "idle_territory_exception", subject: account, line } as const;
  if (until !== null && until < day) return [{ ...about, detail: `it ended on ${until}` }];
  const found = find(account);
  const claims = found ? claimsOf(found) : [];
  if (claims.length !== 1 || claims[0]?.territory.name !== territory) return [];
  return [{ ...about, detail: `the rules put the account into ${territory} too` }];
}
