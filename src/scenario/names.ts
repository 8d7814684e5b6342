import { InputError, InputErrors, nearest } from "../errors.ts";
import type { PlanBase } from "./base.ts";
import { outsideYear } from "./months.ts";
import type { ScenarioPart } from "./part.ts";
import type { ScenarioEntry } from "./schema.ts";

/** What a scenario names: at a path of its file, among what the plan knows. */
interface Naming {
  readonly path: readonly PropertyKey[];
  readonly what: "person" | "team" | "role" | "ramp" | "account";
  readonly name: string;
}

/**
 * Refuses what the plan can't place: names that nobody bears, months outside of the year, accounts
 * that move twice, a scenario of another year.
 *
 * @param parts the scenario and all that it extends
 * @throws InputErrors with every mistake and where it stands
 */
export function checkNames(base: PlanBase, parts: readonly ScenarioPart[]): void {
  const known = knownIn(base);
  const errors = parts.flatMap((part) => [
    ...otherYear(base, part),
    ...outsideYear(base, part),
    ...namings(part.entry).flatMap((naming) => unknown(naming, known[naming.what], part)),
  ]);
  const all = [...errors, ...movedTwice(parts)];
  if (all.length > 0) throw new InputErrors(all);
}

const knownIn = ({ year: { sellers, ramps }, newcomers, accounts }: PlanBase) => ({
  person: new Set(sellers.map(({ repId }) => repId)),
  team: new Set(sellers.map(({ teamId }) => teamId)),
  role: new Set(newcomers.map(({ role }) => role)),
  ramp: new Set(ramps.map(({ role }) => role)),
  account: new Set(accounts.map(({ accountId }) => accountId)),
});

function namings(entry: ScenarioEntry): Naming[] {
  const { hires = [], leavers = [], territory_moves = [], market = [] } = entry;
  return [
    ...hires.map(({ team }, at) => naming("team", team, "hires", at, "team")),
    ...hires.map(({ role }, at) => naming("role", role, "hires", at, "role")),
    ...leavers.map(({ person }, at) => naming("person", person, "leavers", at, "person")),
    ...territory_moves.map((move, at) =>
      naming("account", move.account, "territory_moves", at, "account"),
    ),
    ...territory_moves.map(({ to }, at) => naming("person", to, "territory_moves", at, "to")),
    ...market.flatMap(({ team }, at) =>
      team === undefined ? [] : [naming("team", team, "market", at, "team")],
    ),
    ...Object.keys(entry.locked ?? {}).map((name) => naming("person", name, "locked", name)),
    ...Object.keys(entry.locked_teams ?? {}).map((name) =>
      naming("team", name, "locked_teams", name),
    ),
    ...Object.keys(entry.ramp ?? {}).map((name) => naming("ramp", name, "ramp", name)),
  ];
}

const naming = (what: Naming["what"], name: string, ...path: PropertyKey[]): Naming => ({
  path,
  what,
  name,
});

function unknown(
  { path, what, name }: Naming,
  known: ReadonlySet<string>,
  { placeOf }: ScenarioPart,
): InputError[] {
  if (known.has(name)) return [];
  const names = [...known];
  const near = nearest(name, names);
  const some = names.slice(0, 8).join(", ");
  const list =
    names.length === 0 ? "The plan has none." : `One is ${some}${names.length > 8 ? ", …" : ""}.`;
  return [
    new InputError(`unknown ${what === "ramp" ? "role" : what}: ${name}`, {
      ...placeOf(path),
      remedy: near ? `Did you mean "${near}"?` : list,
    }),
  ];
}

function otherYear({ label }: PlanBase, { entry: { year }, placeOf }: ScenarioPart): InputError[] {
  if (year === undefined || year === label) return [];
  return [
    new InputError(`scenario of another year: ${year}`, {
      ...placeOf(["year"]),
      remedy: `The planned year is ${label}: write a scenario for it, or rebuild as of a day before ${year}.`,
    }),
  ];
}

/** Accounts that a scenario and what it extends move more than once: each takes its part along but once. */
function movedTwice(parts: readonly ScenarioPart[]): InputError[] {
  const seen = new Set<string>();
  return parts.flatMap(({ entry: { territory_moves = [] }, placeOf }) =>
    territory_moves.flatMap(({ account }, at) => {
      const isFirst = !seen.has(account);
      seen.add(account);
      if (isFirst) return [];
      return [
        new InputError(`account moved twice: ${account}`, {
          ...placeOf(["territory_moves", at, "account"]),
          remedy: "Take one of its moves out.",
        }),
      ];
    }),
  );
}
