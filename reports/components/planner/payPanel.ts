import { html } from "npm:htl";
import { formatPlural } from "../../src/format.js";
import type { PayBase } from "../../src/scenario/pay/base.js";
import { unpaidReps } from "../../src/scenario/pay/unpaid.js";
import { yearOf } from "../../src/scenario/year.js";
import type { Money } from "../quarterChart.js";
import type { PlannerState } from "./draft.js";
import type { PayBases, PayQuestion, PayReply } from "./payMessages.js";
import { payTable } from "./payTable.js";
import type { Planner } from "./store.js";

/**
 * What variable pay comes to in the scenario and in what it is compared with, worked out in a worker
 * once the reader has given the page what pay is counted from.
 */
export function payPanel(planner: Planner, money: Money): HTMLElement {
  const said = html`<p class="said" role="status"></p>`;
  const shown = html`<div></div>`;
  const without = html`<p class="aside"></p>`;
  const element = html`<section>${said}${shown}<p class="aside">Expected pay of everybody under a compensation plan, managers and specialists too; four years in five lie in the range.</p>${without}</section>`;
  const ask = asking((reply, asked) => {
    said.textContent = "wrong" in reply ? reply.wrong : "";
    shown.replaceChildren(...("wrong" in reply ? [] : [payTable(reply, asked, money)]));
  });
  planner.subscribe((state) => {
    const { pay, base } = planner;
    element.hidden = pay === null;
    if (pay === null || state.isPassing || state.problem !== null) return;
    without.textContent = unpaidWords(planner, pay, state);
    said.textContent = "Working out what the year costs in pay …";
    const question = { now: state.worked.entry, against: state.against.entry };
    ask({ bases: { base, pay }, question, state });
  });
  return element;
}

function unpaidWords({ base }: Planner, pay: PayBase, { worked, nameOf }: PlannerState): string {
  const unpaid = unpaidReps(pay, worked.plan.reps, yearOf(base, worked.entry).sellers);
  const names = unpaid.map(nameOf).join(", ");
  return unpaid.length === 0 ? "" : `Under no compensation plan, and not counted: ${names}.`;
}

interface Asked {
  readonly bases: PayBases;
  readonly question: PayQuestion;
  readonly state: PlannerState;
}

/** One worker, one question at a time; of those that come meanwhile the last is asked next. */
function asking(answered: (reply: PayReply, asked: PlannerState) => void): (asked: Asked) => void {
  let worker: Worker | null = null;
  let told: PayBases | null = null;
  let asked: Asked | null = null;
  let next: Asked | null = null;
  const begin = (now: Asked) => {
    worker ??= startWorker(hear);
    asked = now;
    if (told?.base !== now.bases.base || told.pay !== now.bases.pay) {
      told = now.bases;
      worker.postMessage(told);
    }
    worker.postMessage(now.question);
  };
  const hear = (reply: PayReply) => {
    const [was, waiting] = [asked, next];
    [asked, next] = [null, null];
    if (waiting) begin(waiting);
    else if (was) answered(reply, was.state);
  };
  return (now) => {
    if (asked === null) begin(now);
    else next = now;
  };
}

function startWorker(hear: (reply: PayReply) => void): Worker {
  const worker = new Worker(import.meta.resolve("./payWorker.js"), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<PayReply>) => hear(data));
  worker.addEventListener("error", ({ message }) =>
    hear({ wrong: `The cost of pay could not be worked out: ${message}` }),
  );
  return worker;
}

/** What the page says of the file that it was given. */
export const payWords = (people: number): string =>
  people === 0 ? "" : ` The cost of pay is that of ${formatPlural(people, "person", "people")}.`;
