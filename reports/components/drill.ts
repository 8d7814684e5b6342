import { html } from "npm:htl";
import type { Option } from "./choice.js";

/** What a scorecard can be drilled to, with the entity above it. */
export interface ScoredEntity {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly name: string;
  readonly parent_type: string | null;
  readonly parent_id: string | null;
  readonly is_active: boolean;
}

export const entityKey = ({
  entity_type,
  entity_id,
}: Pick<ScoredEntity, "entity_type" | "entity_id">) => `${entity_type}:${entity_id}`;

const groups: Readonly<Record<string, string>> = {
  company: "Company",
  region: "Regions",
  team: "Teams",
  rep: "Reps",
  segment: "Segments",
  territory: "Territories",
};

export const entityOptions = (entities: readonly ScoredEntity[]): Option[] =>
  entities.map((entity) => ({
    value: entityKey(entity),
    label: entity.is_active ? entity.name : `${entity.name} (not active)`,
    group: groups[entity.entity_type] ?? entity.entity_type,
  }));

/** The entity that an address asks for; the company when it asks for none that is known. */
export function askedEntity(entities: readonly ScoredEntity[], asked: string | null): ScoredEntity {
  const found = entities.find((entity) => entityKey(entity) === asked) ?? entities[0];
  if (!found) throw new Error("missing entity: company");
  return found;
}

/** Address of a page for an entity, with the other choices of the reader. */
export function drillAddress(
  entity: Pick<ScoredEntity, "entity_type" | "entity_id">,
  choices: Readonly<Record<string, string>> = {},
  page = "performance",
): string {
  const query = new URLSearchParams({ entity: entityKey(entity), ...choices });
  return `./${page}.html?${query}`;
}

/** Keeps the reader's choices in the address, so that it can be sent and returned to; an empty one is none. */
export function keepAddress(choices: Readonly<Record<string, string>>): void {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(choices)) {
    if (value === "") query.delete(name);
    else query.set(name, value);
  }
  const asked = query.size === 0 ? location.pathname : `?${query}`;
  history.replaceState(history.state, "", `${asked}${location.hash}`);
}

/** The way from the company down to the entity, and to its own page where it has one. */
export function breadcrumb(
  entity: ScoredEntity,
  entities: readonly ScoredEntity[],
  choices: Readonly<Record<string, string>>,
  page = "performance",
): HTMLElement {
  const above = wayTo(entity, entities).map(
    (step) => html`<li><a href=${drillAddress(step, choices, page)}>${step.name}</a></li>`,
  );
  const own = pageOf(entity);
  return html`<nav class="drill" aria-label="Where this is"><ol>${above}
    <li aria-current="location">${entity.name}</li></ol>
    ${own === undefined ? everyPage() : html`<a href=${own}>${entity.entity_type === "rep" ? "Rep page" : "Team page"}</a>`}</nav>`;
}

const everyPage = () =>
  html`<span><a href="./team.html">All teams</a>, <a href="./rep.html">all reps</a></span>`;

/** The entities above one, the company first. */
function wayTo(entity: ScoredEntity, entities: readonly ScoredEntity[]): ScoredEntity[] {
  const parent = entities.find(
    ({ entity_type, entity_id }) =>
      entity_type === entity.parent_type && entity_id === entity.parent_id,
  );
  return parent ? [...wayTo(parent, entities), parent] : [];
}

/** Address of a rep's or a team's own page. */
export function pageOf({
  entity_type,
  entity_id,
}: Pick<ScoredEntity, "entity_type" | "entity_id">) {
  if (entity_id === "unassigned") return undefined;
  if (entity_type === "rep") return repAddress(entity_id);
  return entity_type === "team" ? teamAddress(entity_id) : undefined;
}

export const repAddress = (rep_id: string): string => `./rep.html?id=${encodeURIComponent(rep_id)}`;
export const teamAddress = (team_id: string): string =>
  `./team.html?id=${encodeURIComponent(team_id)}`;

/** Address of a deal that is open, on the page of all of them. */
export const dealAddress = (opportunity_id: string): string =>
  `./deals.html?deal=${encodeURIComponent(opportunity_id)}`;

const levels: readonly string[] = ["company", "region", "team", "rep"];

/** What entities under one can be compared: the next level first, segments and territories last. */
export function levelsUnder(entity: ScoredEntity, entities: readonly ScoredEntity[]): Option[] {
  const place = levels.indexOf(entity.entity_type);
  const below = place < 0 ? [] : levels.slice(place + 1);
  const under = entities.filter((one) => one.parent_type === entity.entity_type);
  const across = ["segment", "territory"].filter((type) =>
    under.some(({ entity_type }) => entity_type === type),
  );
  return [...below, ...across].map((level) => ({
    value: level,
    label: groups[level] ?? level,
  }));
}

/** Whether an entity lies under another one. */
export function isUnder(
  entity: ScoredEntity,
  above: ScoredEntity,
  entities: readonly ScoredEntity[],
): boolean {
  return wayTo(entity, entities).some((step) => entityKey(step) === entityKey(above));
}

/** Ids of a level's entities that lie under one. */
export const idsUnder = (
  above: ScoredEntity,
  level: string | null,
  entities: readonly ScoredEntity[],
): Set<string> =>
  new Set(
    entities
      .filter((one) => one.entity_type === level && isUnder(one, above, entities))
      .map((one) => one.entity_id),
  );
