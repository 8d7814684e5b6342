import { html } from "npm:htl";
import { formatMoney, formatPlural } from "../../src/format.js";
import type { PayOf } from "../../src/scenario/pay/cost.js";
import { type Column, money as moneyColumn, text } from "../column.js";
import type { Money } from "../quarterChart.js";
import { table } from "../table.js";
import type { PlannerState } from "./draft.js";
import type { PayBases, PayQuestion, PayReply } from "./payMessages.js";
import type { Planner } from "./store.js";
import { planLabel, scenarioLabel, signed } from "./summary.js";

/**
 * What variable pay comes to in the scenario and in what it is compared with, worked out in a worker
 * once the reader has given the page what pay is counted from.
 */
export function payPanel(planner: Planner, money: Money): HTMLElement {
  const said = html`<p class="said" role="status"></p>`;
  const shown = html`<div></div>`;
  const element = html`<section>${said}${shown}<p class="aside">Expected pay of everybody under a compensation plan, managers and specialists too; four years in five lie in the range.</p></section>`;
  const ask = asking((reply, asked) => {
    said.textContent = "wrong" in reply ? reply.wrong : "";
    shown.replaceChildren(...("wrong" in reply ? [] : [payTable(reply, asked, money)]));
  });
  planner.subscribe((state) => {
    const { pay, base } = planner;
    element.hidden = pay === null;
    if (pay === null || state.isPassing || state.problem !== null) return;
    said.textContent = "Working out what the year costs in pay …";
    const question = { now: state.worked.entry, against: state.against.entry };
    ask({ bases: { base, pay }, question, state });
  });
  return element;
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

interface PayRow {
  readonly level: string;
  readonly name: string;
  readonly people: number;
  readonly before: number | null;
  readonly now: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

function payTable(
  { now, against }: Exclude<PayReply, { readonly wrong: string }>,
  { against: other, worked }: PlannerState,
  money: Money,
): HTMLElement {
  return table(
    rowsOf(now, against),
    columnsOf([planLabel(other.name), scenarioLabel(worked)], money),
    {
      title: "What the year costs in variable pay",
      unit: ["level", "levels"],
      filename: "cost-of-pay",
    },
  );
}

function rowsOf(now: readonly PayOf[], against: readonly PayOf[]): PayRow[] {
  const keyOf = ({ level, id }: PayOf) => `${level} ${id}`;
  const before = new Map(against.map((row) => [keyOf(row), row.expected]));
  return now
    .filter(({ level }) => level !== "rep")
    .map((row) => ({
      level: row.level,
      name: row.id === "unassigned" ? `no ${row.level}` : row.id,
      people: row.people,
      before: before.get(keyOf(row)) ?? null,
      now: row.expected,
      lower: row.lower,
      upper: row.upper,
    }));
}

function columnsOf(
  [before, now]: readonly [string, string],
  { currency_digits: digits }: Money,
): Column<PayRow>[] {
  return [
    text<PayRow>("", ({ name }) => name),
    text("Level", ({ level }) => level),
    { heading: "People", value: ({ people }) => people, isNumber: true },
    moneyColumn(before, (row) => row.before, digits),
    moneyColumn(now, (row) => row.now, digits),
    {
      heading: "Change",
      value: (row) => (row.now ?? 0) - (row.before ?? 0),
      isNumber: true,
      format: (change: number) => signed(change, (size) => formatMoney(size, digits)),
    },
    moneyColumn("Lower, 80 %", ({ lower }) => lower, digits),
    moneyColumn("Upper, 80 %", ({ upper }) => upper, digits),
  ];
}

/** What the page says of the file that it was given. */
export const payWords = (people: number): string =>
  people === 0 ? "" : ` The cost of pay is that of ${formatPlural(people, "person", "people")}.`;
