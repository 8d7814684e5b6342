import { lowerTriangle } from "./likelihood.ts";
import { commonOdds, isEmpty, rowOdds, type SharedDesign } from "./shared-rows.ts";
import type { SharedColumns } from "./sparse-rows.ts";

/** The same as `informationAt`: of a group's columns with each other once, with its rows' summed. */
export function sharedInformationAt(
  design: SharedDesign,
  beta: Float64Array,
  precision: number,
): Float64Array {
  const { shared } = design;
  const size = beta.length;
  const sums: Sums = {
    size,
    products: new Float64Array(size * size),
    summed: new Float64Array(size),
    touched: [],
    isTouched: new Uint8Array(size),
  };
  for (let group = 0; group + 1 < shared.firsts.length; group++) {
    if (isEmpty(design, group)) continue;
    const common = commonOdds(shared, group, beta);
    const last = shared.firsts[group + 1] as number;
    for (let row = shared.firsts[group] as number; row < last; row++) {
      const count = design.trials[row] as number;
      if (count === 0) continue;
      const chance = 1 / (1 + Math.exp(-rowOdds(design, row, { common, beta })));
      addRow(design, row, { sums, weight: count * chance * (1 - chance) });
    }
    addGroup(shared, group, sums);
  }
  return lowerTriangle(sums.products, size, precision);
}

interface Sums {
  readonly size: number;
  readonly products: Float64Array;
  /** The columns of a group's rows, weighed and summed; place 0 is the intercept's. */
  readonly summed: Float64Array;
  readonly touched: number[];
  readonly isTouched: Uint8Array;
}

/** Adds the products of a row's own columns with each other, and the columns to the group's sums. */
function addRow(
  { starts, columns, values }: SharedDesign,
  row: number,
  { sums, weight }: { sums: Sums; weight: number },
): void {
  const { size, products, summed, touched, isTouched } = sums;
  const [start, end] = [starts[row] as number, starts[row + 1] as number];
  summed[0] = (summed[0] as number) + weight;
  for (let i = start; i < end; i++) {
    const place = (columns[i] as number) + 1;
    const weighted = weight * (values[i] as number);
    if (isTouched[place] === 0) touched.push(place);
    isTouched[place] = 1;
    summed[place] = (summed[place] as number) + weighted;
    const base = place * size + 1;
    for (let j = start; j <= i; j++) {
      const at = base + (columns[j] as number);
      products[at] = (products[at] as number) + weighted * (values[j] as number);
    }
  }
}

/** Adds the products of a group's columns with each other, with its rows' and with the intercept. */
function addGroup({ rows }: SharedColumns, group: number, sums: Sums): void {
  const { columns, values } = rows;
  const { size, products, summed, touched, isTouched } = sums;
  const weight = summed[0] as number;
  const [start, end] = [rows.starts[group] as number, rows.starts[group + 1] as number];
  products[0] = (products[0] as number) + weight;
  for (const place of touched) {
    products[place * size] = (products[place * size] as number) + (summed[place] as number);
  }
  for (let i = start; i < end; i++) {
    const base = ((columns[i] as number) + 1) * size;
    const value = values[i] as number;
    products[base] = (products[base] as number) + weight * value;
    for (let t = 0; t < touched.length; t++) {
      const at = base + (touched[t] as number);
      products[at] = (products[at] as number) + value * (summed[touched[t] as number] as number);
    }
    for (let j = start; j <= i; j++) {
      const at = base + (columns[j] as number) + 1;
      products[at] = (products[at] as number) + weight * value * (values[j] as number);
    }
  }
  for (const place of touched) [summed[place], isTouched[place]] = [0, 0];
  summed[0] = 0;
  touched.length = 0;
}
