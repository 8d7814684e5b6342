import type { MovableAccount } from "../../src/scenario/base.js";
import type { ColumnTable } from "../arrowRows.js";

/** An account that a scenario may move. */
export interface NamedAccount extends MovableAccount {
  readonly name: string;
}

/** The accounts of an Arrow table with the columns accountId, name, repId and share. */
export function accountsIn(table: ColumnTable): NamedAccount[] {
  const [ids, names, reps, shares] = ["accountId", "name", "repId", "share"].map((column) =>
    table.getChild(column),
  );
  return Array.from({ length: table.numRows }, (_, row) => ({
    accountId: String(ids?.get(row)),
    name: String(names?.get(row)),
    repId: String(reps?.get(row)),
    share: Number(shares?.get(row)),
  }));
}
