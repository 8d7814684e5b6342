import type { Deal } from "./deal.ts";
import { type Product, products } from "./products.ts";
import { at, chance, integer, pick, type Random, uniform } from "./random.ts";

/** A line item; unit prices in cents of the deal's currency, for the whole term. */
export interface Line {
  readonly product: Product;
  readonly quantity: number;
  readonly listCents: number;
  readonly unitCents: number;
}

/** Euros on the price list for one dollar on it. */
const euroList = 0.92;

/** What the deal asks for: a platform, perhaps add-ons, services with what is new. */
export function linesOf(deal: Deal): Line[] {
  const { random, recurring, account } = deal;
  const years = deal.termMonths / 12;
  const discount = pick(random, [0, 0, 0.05, 0.05, 0.1, 0.12, 0.15, 0.2]);
  const platform = at(products, account.segment === 0 || chance(random, 0.15) ? 1 : 0);
  const wanted: [Product, number][] = [];
  const addOns = deal.kind === "expansion" ? integer(random, 1, 2) : integer(random, 0, 2);
  const platformShare = platformShareOf(deal, addOns);
  if (platformShare > 0) wanted.push([platform, platformShare * recurring]);
  for (let i = 0; i < addOns; i++) {
    const product = at(products, 2 + ((account.index + deal.number + i * 2) % 4));
    wanted.push([product, ((1 - platformShare) / addOns) * recurring]);
  }
  const lines = wanted.map(([product, value]) => lineFor(deal, product, value, years, discount));
  return deal.kind === "new" ? [...lines, ...services(deal)] : lines;
}

function platformShareOf({ kind, random }: Deal, addOns: number): number {
  if (addOns === 0) return 1;
  if (kind === "expansion" && chance(random, 0.55)) return 0;
  return uniform(random, 0.55, 0.85);
}

function lineFor(
  deal: Deal,
  product: Product,
  value: number,
  years: number,
  discount: number,
): Line {
  const listCents = Math.round(product.listPrice * years * 100 * listFactor(deal));
  const unitCents = Math.round((listCents * (1 - discount)) / 100) * 100;
  const quantity = Math.max(1, Math.round(value / (product.listPrice * (1 - discount))));
  return { product, quantity, listCents, unitCents };
}

function services(deal: Deal): Line[] {
  if (chance(deal.random, 0.25)) return [];
  const product = at(products, chance(deal.random, 0.7) ? 6 : 7);
  const unitCents = Math.round(product.listPrice * 100 * listFactor(deal));
  const quantity = Math.max(1, Math.round((deal.recurring * 0.2) / product.listPrice));
  return [{ product, quantity, listCents: unitCents, unitCents }];
}

const listFactor = ({ account }: Deal) => (account.country.currency === "EUR" ? euroList : 1);

export const lineTotal = ({ quantity, unitCents }: Line) => quantity * unitCents;
export const linesTotal = (lines: readonly Line[]) =>
  lines.reduce((sum, line) => sum + lineTotal(line), 0);

/** Recurring cents a year. */
export function recurringTotal(lines: readonly Line[], termMonths: number): number {
  const recurring = lines.filter(({ product }) => product.family !== "Services");
  return Math.round((linesTotal(recurring) * 12) / termMonths);
}

/** The same lines after a concession, or an upsell when the factor exceeds 1; whole units. */
export const repriced = (lines: readonly Line[], factor: number): Line[] =>
  lines.map((line) => ({ ...line, unitCents: Math.round((line.unitCents * factor) / 100) * 100 }));

/** What is given away, or added, when the price is settled. */
export function settlement(random: Random, isPulledIn: boolean): number {
  if (isPulledIn) return uniform(random, 0.86, 0.95);
  if (chance(random, 0.55)) return 1;
  return chance(random, 0.8) ? uniform(random, 0.85, 0.98) : uniform(random, 1.02, 1.15);
}
