import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatMultiple, formatPlural } from "../src/format.js";
import { drawing, ink } from "./plotting.js";
import type { Money } from "./quarterChart.js";

/** Open pipeline of an entity in a quarter against the quota left in it. */
export interface CoverageRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly label: string;
  readonly is_current: boolean;
  readonly open_cents: number | null;
  readonly remaining_quota_cents: number | null;
  readonly count_open: number;
  readonly coverage: number | null;
  readonly needed: number | null;
}

type Covered = CoverageRow & { readonly coverage: number };

/** Coverage above which a bar is cut off and says its value, so that others can be told apart. */
const cap = 5;

/** How the chart reads, with what it has to read. */
export function coverageCaption(rows: readonly CoverageRow[]): string {
  const [isCut, isMarked] = [
    rows.some(({ coverage }) => coverage !== null && coverage > cap),
    rows.some(({ needed }) => needed !== null),
  ];
  const bars = `Bars: open pipeline as times the quota left${isCut ? `, cut at ${cap}×` : ""}`;
  return isMarked
    ? `${bars}; grey where it is short. Ochre marks: what past quarters needed from the same day on.`
    : `${bars}. What past quarters needed this long before isn’t known.`;
}

/** Coverage of the company, its regions and teams, each with the mark it needed in the past. */
export function coverageChart(
  rows: readonly CoverageRow[],
  { currency_digits }: Money,
  width: number,
): Element {
  const covered = rows.filter((row): row is Covered => row.coverage !== null);
  const narrow = width < 520;
  return drawing(width, {
    height: 50 + covered.length * 30,
    marginLeft: narrow ? 128 : 170,
    marginRight: narrow ? 48 : 70,
    marginBottom: 8,
    x: {
      label: null,
      axis: "top",
      grid: true,
      ticks: 5,
      tickFormat: formatMultiple,
      zero: true,
    },
    y: {
      label: null,
      tickSize: 0,
      domain: covered.map(nameOf),
      tickFormat: (key: string) => key.slice(key.indexOf(" ") + 1),
      padding: 0.3,
    },
    marks: marksOf(covered, currency_digits),
  });
}

const nameOf = ({ entity_type, entity_id }: CoverageRow) => `${entity_type} ${entity_id}`;

/** Bars up to the cap, what is needed as a tick, and each coverage in figures. */
const marksOf = (covered: readonly Covered[], digits: number) => [
  Plot.barX(covered, {
    y: nameOf,
    x: ({ coverage }) => Math.min(coverage, cap),
    fill: (row: Covered) => (isShort(row) ? ink.before : ink.now),
    title: (row: Covered) => tipOf(row, digits),
    tip: true,
  }),
  Plot.ruleX([0], { stroke: ink.muted }),
  Plot.tickX(
    covered.filter(({ needed }) => needed !== null),
    { y: nameOf, x: "needed", stroke: ink.target, strokeWidth: 3 },
  ),
  Plot.text(covered, {
    y: nameOf,
    x: ({ coverage, needed }) => Math.max(Math.min(coverage, cap), needed ?? 0),
    text: read,
    textAnchor: "start",
    dx: 6,
    fill: ink.text,
  }),
];
/** The coverage; behind the mark of a need that it falls short of, which of the two it is. */
const read = (row: Covered): string =>
  isShort(row)
    ? `${formatMultiple(row.coverage)} of ${formatMultiple(row.needed ?? 0)} needed`
    : formatMultiple(row.coverage);

const isShort = ({ coverage, needed }: Covered) => needed !== null && coverage < needed;

function tipOf(row: Covered, digits: number): string {
  const money = (cents: number | null) => (cents === null ? "–" : formatMoney(cents, digits));
  return [
    row.entity_id,
    `${money(row.open_cents)} open in ${formatPlural(row.count_open, "deal")}`,
    `${money(row.remaining_quota_cents)} of quota left`,
    row.needed === null ? "needed: unknown" : `needed: ${formatMultiple(row.needed)}`,
  ].join("\n");
}
