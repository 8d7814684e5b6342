import type { PlainDate } from "../../src/calendar.ts";
import { isAmong } from "../../src/compensation/credit/conditions.ts";
import type { ComponentTerms, PlanTerms } from "../../src/compensation/plan/terms.ts";
import { InputError, InputErrors, nearest } from "../../src/errors.ts";
import type { PlanFile } from "./plans.ts";
import type { PayInputs } from "./rows.ts";

/** A name that a plan gives, and where. */
interface Named {
  readonly kind: "person" | "role" | "team" | "type" | "product";
  readonly name: string;
  readonly path: readonly PropertyKey[];
}

/** As pipelines/sql/readers/deal_type.sql reads them. */
const dealTypes = ["new", "expansion", "renewal"];

const remedies: Readonly<Record<Named["kind"], string>> = {
  person: "Record the person in people/roster.csv, or take the name out of the plan.",
  role: "Give it to somebody in people/roster.csv, or take the name out of the plan.",
  team: "Give it to somebody in people/roster.csv, or take the name out of the plan.",
  type: `Deals are of the types ${dealTypes.join(", ")}.`,
  product: "Name it as deals and the CRM's list of products do.",
};

/** Names of what may come by the day on which a plan begins. */
const coming: readonly Named["kind"][] = ["role", "team", "product"];

/**
 * Refuses plans that name people, roles, teams, types or products whom nobody and nothing goes by: they
 * would pay nobody, and not say so. A plan that is yet to begin may name roles, teams and products that
 * are yet to come.
 *
 * @throws InputErrors naming what is unknown, the file and the line
 */
export function refuseUnknownNames(
  plans: readonly PlanFile[],
  inputs: PayInputs,
  asOf: PlainDate,
): void {
  const known = namesKnown(inputs);
  const errors = plans.flatMap(({ terms, placeOf }) =>
    namesIn(terms).flatMap(({ kind, name, path }) => {
      const isToCome = terms.effectiveFrom > asOf && coming.includes(kind);
      if (isToCome || isKnown(kind, name, known[kind])) return [];
      const meant = nearest(name, known[kind]);
      const remedy = meant ? `Did you mean "${meant}"?` : remedies[kind];
      return [new InputError(`unknown ${kind}: "${name}"`, { ...placeOf(path), remedy })];
    }),
  );
  if (errors.length > 0) throw new InputErrors(errors);
}

function isKnown(kind: Named["kind"], name: string, known: readonly string[]): boolean {
  // a workspace needn't tell products at all
  if (kind === "product" && known.length === 0) return true;
  return kind === "type" || kind === "product" ? isAmong(name, known) : known.includes(name);
}

const namesKnown = ({ people, places, products, deals }: PayInputs) => ({
  person: people.map(({ person_id }) => person_id),
  role: distinct(places.map(({ role }) => role)),
  team: distinct(places.map(({ team_id }) => team_id)),
  type: dealTypes,
  product: distinct(
    [...products, ...deals.map(({ product }) => ({ name: product }))].map(({ name }) => name),
  ),
});

const distinct = (names: readonly (string | null)[]) => [
  ...new Set(names.filter((name) => name !== null)),
];

function namesIn({ covers, components }: PlanTerms): Named[] {
  const all = (kind: Named["kind"], path: Named["path"], names: readonly string[] | null) =>
    (names ?? []).map((name, at) => ({ kind, name, path: [...path, at] }));
  return [
    ...all("role", ["covers", "roles"], covers.roles),
    ...all("team", ["covers", "teams"], covers.teams),
    ...all("person", ["covers", "people"], covers.people),
    ...all("person", ["covers", "except"], covers.except),
    ...components.flatMap((component, at) =>
      conditionsIn(component, ["components", at]).flatMap(({ where, path }) => [
        ...all("type", [...path, "types"], where.types),
        ...all("product", [...path, "products"], where.products),
        ...all("product", [...path, "not_products"], where.notProducts),
      ]),
    ),
  ];
}

/** Everything that a component asks of credits, by its path in the plan's file. */
function conditionsIn({ where, weights, rule }: ComponentTerms, path: Named["path"]) {
  const exceptions = rule.rule === "flat" ? rule.exceptions : [];
  return [
    { where, path: [...path, "where"] },
    ...weights.map((one, at) => ({ where: one.where, path: [...path, "weights", at, "where"] })),
    ...exceptions.map((one, at) => ({
      where: one.where,
      path: [...path, "rate", "exceptions", at, "where"],
    })),
  ];
}
