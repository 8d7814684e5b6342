/** What a scenario changes in a compensation plan: keys of the plan, components by their names. */
export type PlanOverride = Readonly<Record<string, unknown>>;

/**
 * Maps filled key by key, all else replaced; a rate with another rule is replaced as a whole, since
 * what one rule says means nothing to the next.
 */
export function laidOver(base: unknown, over: unknown): unknown {
  if (!isMap(base) || !isMap(over) || over.rule !== undefined) return over;
  const keys = Object.keys(over).map((key) => [key, laidOver(base[key], over[key])]);
  return { ...base, ...Object.fromEntries(keys) };
}

/** A plan as written, with what an override says of it and of its components. */
export function overridden(written: unknown, override: PlanOverride): unknown {
  const { components, ...rest } = override;
  const plan = laidOver(written, rest);
  if (!isMap(plan) || !Array.isArray(plan.components) || !isMap(components)) return plan;
  return {
    ...plan,
    components: plan.components.map((component) =>
      laidOver(component, components[nameOf(component)] ?? {}),
    ),
  };
}

/** The names of a written plan's components, in its order. */
export const componentNames = (written: unknown): string[] =>
  isMap(written) && Array.isArray(written.components) ? written.components.map(nameOf) : [];

const nameOf = (component: unknown) => (isMap(component) ? String(component.name) : "");

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
