import * as Plot from "npm:@observablehq/plot";
import { formatCount, formatMoney, formatPlural, formatRate } from "../src/format.js";
import { type Column, count, money, text } from "./column.js";
import { repAddress } from "./drill.js";
import { drawing, ink, moneyAxis } from "./plotting.js";
import type { Money } from "./quarterChart.js";

/** What a rep has to mend in open deals: counts, and shares of those that are told of. */
export interface RepHygiene {
  readonly rep_id: string;
  readonly name: string;
  readonly team_id: string | null;
  readonly count_open: number;
  readonly open_cents: number | null;
  readonly count_to_mend: number;
  readonly to_mend_cents: number;
  readonly to_mend_rate: number;
  readonly count_without_next_step: number | null;
  readonly without_next_step_rate: number | null;
  readonly count_stale: number | null;
  readonly stale_rate: number | null;
  readonly count_overdue: number;
  readonly overdue_rate: number;
  readonly count_without_amount: number;
  readonly without_amount_rate: number;
  readonly count_idle: number | null;
  readonly idle_rate: number | null;
}

const unknownOwner = "unassigned";

/** Open deals that need mending by rep, worst in value first. */
export const hygieneColumns = ({ currency_digits }: Money): Column<RepHygiene>[] => [
  text(
    "Owner",
    (rep) => (rep.rep_id === unknownOwner ? "nobody known" : rep.name),
    (rep) => (rep.rep_id === unknownOwner ? undefined : repAddress(rep.rep_id)),
  ),
  count("Open deals", (rep) => rep.count_open),
  money("Worth to mend", (rep) => rep.to_mend_cents, currency_digits),
  shared(
    "To mend",
    (rep) => rep.count_to_mend,
    (rep) => rep.to_mend_rate,
  ),
  shared(
    "No next step",
    (rep) => rep.count_without_next_step,
    (rep) => rep.without_next_step_rate,
  ),
  shared(
    "Stale stage",
    (rep) => rep.count_stale,
    (rep) => rep.stale_rate,
  ),
  shared(
    "Close date past",
    (rep) => rep.count_overdue,
    (rep) => rep.overdue_rate,
  ),
  shared(
    "No amount",
    (rep) => rep.count_without_amount,
    (rep) => rep.without_amount_rate,
  ),
  shared(
    "No activity in 30 days",
    (rep) => rep.count_idle,
    (rep) => rep.idle_rate,
  ),
];

/** A count with its share behind it; sorts and downloads as the count. */
function shared(
  heading: string,
  value: (rep: RepHygiene) => number | null,
  share: (rep: RepHygiene) => number | null,
): Column<RepHygiene> {
  const format = (found: number, rep: RepHygiene) => {
    const rate = share(rep);
    return found === 0 || rate === null
      ? formatCount(found)
      : `${formatCount(found)} (${formatRate(rate)})`;
  };
  return { heading, value, isNumber: true, format };
}

interface Bar {
  readonly name: string;
  readonly amount: number;
  readonly isToMend: boolean;
  readonly label: string;
}

/** Who stands in the chart: as many as a page can name. */
const mostBars = 12;

/** Open amount of the reps who have most to mend: what is in order beside what isn't. */
export function hygieneChart(reps: readonly RepHygiene[], unit: Money, width: number): Element {
  const shown = reps.slice(0, mostBars);
  return drawing(width, {
    height: 50 + 26 * Math.max(shown.length, 1),
    marginLeft: width < 520 ? 110 : 140,
    marginTop: 24,
    marginRight: 24,
    x: moneyAxis(unit.currency),
    y: { domain: shown.map(nameOf), label: null },
    marks: [
      Plot.barX(
        shown.flatMap((rep) => barsOf(rep, unit)),
        {
          x: "amount",
          y: "name",
          fill: (bar: Bar) => (bar.isToMend ? ink.target : ink.now),
          title: "label",
          tip: true,
          insetTop: 3,
          insetBottom: 3,
        },
      ),
      Plot.ruleX([0], { stroke: ink.muted }),
    ],
  });
}

const nameOf = (rep: RepHygiene) => (rep.rep_id === unknownOwner ? "nobody known" : rep.name);

function barsOf(rep: RepHygiene, { currency_digits }: Money): Bar[] {
  const name = nameOf(rep);
  const bar = (cents: number, deals: number, isToMend: boolean): Bar => ({
    name,
    isToMend,
    amount: cents / 10 ** currency_digits,
    label: `${name}, ${isToMend ? "to mend" : "in order"}\n${formatPlural(deals, "deal")}, ${formatMoney(cents, currency_digits)}`,
  });
  const inOrder = (rep.open_cents ?? 0) - rep.to_mend_cents;
  return [
    bar(rep.to_mend_cents, rep.count_to_mend, true),
    bar(inOrder, rep.count_open - rep.count_to_mend, false),
  ];
}
