import type { PaidBack } from "../adjust/paid-back.ts";
import type { PayLine } from "../line.ts";
import { priceByCredit } from "./by-credit.ts";
import type { PayInput } from "./input.ts";
import { monthEndsOf } from "./months.ts";
import { payPool } from "./pooled.ts";
import { type Standing, standingsOf } from "./standing.ts";
import { payToDate, payWhole } from "./whole.ts";

export interface PaidComponents {
  /** Of all components in their order. */
  readonly lines: PayLine[];
  /** Of teams' pools before they are shared. */
  readonly poolLines: PayLine[];
  readonly standings: Standing[];
  /** What is taken back of earlier pay periods, as far as they had paid it. */
  readonly back: PaidBack[];
}

/** What all components pay, and how far everybody has come on them. */
export function payComponents(input: PayInput): PaidComponents {
  const components = input.plan.components.map((component) => priceByCredit(input, component));
  const plan = { components, monthEnds: monthEndsOf(input) };
  const pools = components.filter(({ component }) => component.pool !== null);
  const others = components.filter(({ component }) => component.pool === null);
  const back = others.flatMap((one) => payWhole(input, one, plan));
  const lines = others.flatMap((one) => one.lines);
  const shares = pools.flatMap((one) =>
    payPool(input, one, payToDate(input, one, plan, []), plan, lines),
  );
  return {
    lines: [...lines, ...shares],
    poolLines: pools.flatMap((one) => one.lines),
    standings: standingsOf(components),
    back,
  };
}
