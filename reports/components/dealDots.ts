import * as Plot from "npm:@observablehq/plot";
import { html } from "npm:htl";
import { formatChance, formatCount, formatMoney, formatPlural, formatRate } from "../src/format.js";
import { nameOf, riskText } from "./dealList.js";
import { key } from "./key.js";
import type { OpenDeal } from "./openDealRows.js";
import { drawing, ink, moneyTick } from "./plotting.js";
import type { Money } from "./quarterChart.js";

/** More dots than this hide each other. */
const mostDots = 1500;

const isPlaced = ({ bookings_cents, win_rate }: OpenDeal) =>
  bookings_cents !== null && bookings_cents > 0 && win_rate !== null;

/** The largest of the deals that have an amount and a chance. */
const dotsOf = (deals: readonly OpenDeal[]) =>
  deals
    .filter(isPlaced)
    .sort((a, b) => Number(b.bookings_cents) - Number(a.bookings_cents))
    .slice(0, mostDots);

/** What the colours mean, and what isn't drawn. */
export function dotsCaption(deals: readonly OpenDeal[]): HTMLElement {
  const placed = deals.filter(isPlaced).length;
  const notes = [
    ...(placed > mostDots ? [`Drawn are the ${formatCount(mostDots)} largest.`] : []),
    ...(placed < deals.length
      ? [`Not drawn: ${formatPlural(deals.length - placed, "deal")} without an amount.`]
      : []),
  ];
  return html`${key([ink.now, "no risk flag"], [ink.target, "a risk flag"])}<br>A click on a dot
    opens the deal. ${notes.join(" ")}`;
}

/** Amount against the chance to be won, a deal a dot: large and likely ones are at the top right. */
export function dealDots(
  deals: readonly OpenDeal[],
  { currency, currency_digits }: Money,
  onChoose: (opportunity_id: string) => void,
  width: number,
): Element {
  const dots = dotsOf(deals);
  const scale = 10 ** currency_digits;
  const chart = drawing(width, {
    height: width < 520 ? 320 : 420,
    marginRight: 24,
    marginBottom: 44,
    x: {
      domain: [0, 1],
      label: "chance to be won",
      tickFormat: formatRate,
      ticks: width < 520 ? 3 : 6,
      grid: true,
    },
    y: {
      type: "log",
      label: currency,
      grid: true,
      ticks: decades(dots.map((deal) => Number(deal.bookings_cents) / scale)),
      tickFormat: moneyTick,
    },
    marks: [
      Plot.dot(dots, {
        x: "win_rate",
        y: (deal: OpenDeal) => Number(deal.bookings_cents) / scale,
        fill: (deal: OpenDeal) => (riskText(deal) === "" ? ink.now : ink.target),
        fillOpacity: 0.6,
        r: 4,
        title: (deal: OpenDeal) => tipOf(deal, currency_digits),
        tip: true,
      }),
    ],
  });
  chart.addEventListener("click", () => {
    const pointed = (chart as Element & { readonly value?: OpenDeal | null }).value;
    if (pointed) onChoose(pointed.opportunity_id);
  });
  return chart;
}

/** Powers of ten within some amounts. */
function decades(amounts: readonly number[]): number[] {
  const least = Math.ceil(Math.log10(Math.min(...amounts)));
  const most = Math.floor(Math.log10(Math.max(...amounts)));
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, index) => 10 ** (least + index));
}

function tipOf(deal: OpenDeal, digits: number): string {
  const risk = riskText(deal);
  return [
    nameOf(deal),
    `${formatMoney(Number(deal.bookings_cents), digits)}, ${formatChance(Number(deal.win_rate))} to be won`,
    ...(risk === "" ? [] : [risk]),
  ].join("\n");
}
