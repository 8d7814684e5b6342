import { type PayOf, payCostOf } from "../../src/scenario/pay/cost.js";
import { planOf } from "../../src/scenario/plan.js";
import type { ScenarioEntry } from "../../src/scenario/schema.js";
import { problemOf } from "../draft/problem.js";
import type { PayBases, PayQuestion, PayReply } from "./payMessages.js";

/** Prices scenarios beside the page: by the engine that settles pay, everybody's year ten times over. */

let bases: PayBases | null = null;
/** What was worked out last: one of two scenarios is mostly asked for again. */
let known: ReadonlyMap<string, readonly PayOf[]> = new Map();

addEventListener("message", ({ data }: MessageEvent<PayBases | PayQuestion>) => {
  if ("pay" in data) [bases, known] = [data, new Map()];
  else if (bases) postMessage(replyTo(data, bases));
});

function replyTo({ now, against }: PayQuestion, from: PayBases): PayReply {
  try {
    const priced = [now, against].map(
      (entry) => [JSON.stringify(entry), priceOf(entry, from)] as const,
    );
    known = new Map(priced);
    const [[, one], [, other]] = priced as [(typeof priced)[number], (typeof priced)[number]];
    return { now: one, against: other };
  } catch (error) {
    return { wrong: problemOf(error) };
  }
}

const priceOf = (entry: ScenarioEntry, from: PayBases): readonly PayOf[] =>
  known.get(JSON.stringify(entry)) ?? payCostOf(from, entry, planOf(from.base, entry));
