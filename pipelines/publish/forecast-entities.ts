/** What a forecast can be asked for, with the entity above it. */
export interface ScoredEntity {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly name: string;
  readonly parent_type: string | null;
  readonly parent_id: string | null;
  readonly is_active: boolean;
}

interface Forecast {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly name: string;
}

/** The company, forecast or not, then all else that is; segments lie under the company. */
export function forecastEntities(
  ranges: readonly Forecast[],
  scored: readonly ScoredEntity[],
): ScoredEntity[] {
  const keyOf = ({ entity_type, entity_id }: Pick<Forecast, "entity_type" | "entity_id">) =>
    JSON.stringify([entity_type, entity_id]);
  const placed = new Map(scored.map((entity) => [keyOf(entity), entity]));
  const company = scored.find(({ entity_type }) => entity_type === "company");
  const asked = company ? [company, ...ranges] : ranges;
  const forecast = new Map(asked.map((row) => [keyOf(row), row]));
  return [...forecast].map(
    ([key, { entity_type, entity_id, name }]) =>
      placed.get(key) ?? {
        entity_type,
        entity_id,
        name,
        parent_type: entity_type === "company" ? null : "company",
        parent_id: entity_type === "company" ? null : (company?.entity_id ?? null),
        is_active: true,
      },
  );
}
