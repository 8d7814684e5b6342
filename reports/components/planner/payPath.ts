/** Keys of maps and places in lists, from the outside in. */
export type Path = readonly (string | number)[];

/** What stands at a path of maps and lists. */
export const valueAt = (holder: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null
        ? (at as Record<string | number, unknown>)[key]
        : undefined,
    holder,
  );
