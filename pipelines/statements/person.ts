import type { PlainDate } from "../../src/calendar.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import type { AttainmentRow, BalanceRow, StatementRow } from "../compensation/pay-tables.ts";
import { type ExplainedLine, linesOf } from "../explain.ts";
import { sql } from "../run.ts";

type OfPeriod<Row> = Omit<Row, "rep_id"> & {
  readonly period: string;
  readonly period_start: PlainDate;
};

/** Somebody with pay. */
export interface Payee {
  readonly rep_id: string;
  readonly name: string;
  /** The last day of who has left by the as-of. */
  readonly left_on: PlainDate | null;
}

/** All pay of a person, as the tables of pay have it. */
export interface PaidPerson extends Payee {
  readonly lines: readonly ExplainedLine[];
  readonly statements: readonly OfPeriod<StatementRow>[];
  readonly balances: readonly OfPeriod<BalanceRow>[];
  readonly attainments: readonly Omit<AttainmentRow, "holder_id">[];
}

/** Everybody with pay, whether they are on the roster still or not. */
export const payees = (warehouse: Warehouse): Promise<Payee[]> =>
  warehouse.all<Payee>(sql("statements/person"));

export async function paidPerson(warehouse: Warehouse, payee: Payee): Promise<PaidPerson> {
  const { rep_id } = payee;
  return {
    ...payee,
    lines: await linesOf(warehouse, rep_id),
    statements: await warehouse.all(sql("statements/statement"), { rep_id }),
    balances: await warehouse.all(sql("statements/balance"), { rep_id }),
    attainments: await warehouse.all(sql("statements/attainment"), { rep_id }),
  };
}
