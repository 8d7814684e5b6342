import { grouped } from "../../src/statistics/grouped.ts";
import { folded } from "./min-cell.ts";

export interface ComponentRow {
  readonly label: string;
  readonly role: string;
  readonly component: string;
  readonly people: number;
  readonly amount_cents: number;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Roles of few people together, then in each role the components of few. */
export function foldedComponents(rows: readonly ComponentRow[], minCell: number): ComponentRow[] {
  const roles = [...grouped(rows, ({ role }) => role)].map(([role, own]) => ({
    role,
    own,
    people: Math.max(...own.map(({ people }) => people)),
  }));
  const groups = folded(roles, {
    minCell,
    sizeOf: ({ people }) => people,
    together: sum,
    merge: (some) => ({
      role: "smaller_roles",
      own: some.flatMap(({ own }) => own),
      people: sum(some.map(({ people }) => people)),
    }),
  });
  return groups.flatMap(({ role, own, people }) =>
    role === "smaller_roles"
      ? [merged(role, "All components", own, people)]
      : folded(own, {
          minCell,
          sizeOf: (row) => row.people,
          together: (sizes) => Math.max(...sizes),
          merge: (some) =>
            merged(
              role,
              some.length === own.length ? "All components" : "Other components",
              some,
              Math.max(...some.map((row) => row.people)),
            ),
        }),
  );
}

const merged = (
  role: string,
  component: string,
  rows: readonly ComponentRow[],
  people: number,
): ComponentRow => ({
  label: rows[0]?.label ?? "",
  role,
  component,
  people,
  amount_cents: sum(rows.map(({ amount_cents }) => amount_cents)),
});
