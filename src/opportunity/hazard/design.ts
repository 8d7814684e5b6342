import type { SparseRows } from "../../statistics/sparse-rows.ts";
import { type HazardEncoding, moverIn, offsetOf, putDeal, putStep } from "./encoding.ts";
import type { DealWeeks } from "./weeks.ts";

/** Rows of a design that grow one by one. */
function growing(rows: number) {
  const starts = new Uint32Array(rows + 1);
  let columns = new Uint32Array(1024);
  let values = new Float64Array(1024);
  let [filled, row] = [0, 0];
  const widen = () => {
    const wider = { columns: new Uint32Array(2 * filled), values: new Float64Array(2 * filled) };
    wider.columns.set(columns);
    wider.values.set(values);
    ({ columns, values } = wider);
  };
  return {
    put: (column: number, value: number): void => {
      if (value === 0) return;
      if (filled === columns.length) widen();
      columns[filled] = column;
      values[filled] = value;
      filled += 1;
    },
    close: (): void => {
      row += 1;
      starts[row] = filled;
    },
    rows: () => ({
      starts: starts.subarray(0, row + 1),
      columns: columns.subarray(0, filled),
      values: values.subarray(0, filled),
    }),
  };
}

/** The weeks of deals as an encoding has them: those of a deal share what was known of it. */
export function weekDesign(encoding: HazardEncoding, { deals, deal, step }: DealWeeks): SparseRows {
  const shared = growing(deals.length);
  const own = growing(deal.length);
  const firsts: number[] = [];
  const offsets = new Float64Array(deal.length);
  let last = -1;
  for (const [row, index] of deal.entries()) {
    const [of, week] = [deals[index], step[row]];
    if (of === undefined || week === undefined) throw new Error(`missing deal of a week: ${row}`);
    if (index !== last) {
      firsts.push(row);
      putDeal(encoding, of, shared.put);
      shared.close();
      last = index;
    }
    putStep(encoding, moverIn(encoding, of), week, own.put);
    own.close();
    offsets[row] = offsetOf(week);
  }
  return {
    width: encoding.width,
    ...own.rows(),
    offsets,
    shared: { firsts: Uint32Array.from([...firsts, deal.length]), rows: shared.rows() },
  };
}
