import { html } from "npm:htl";
import { formatCount, formatFineRate } from "../../src/format.js";
import type { ScenarioEntry } from "../../src/scenario/schema.js";
import { type BalanceResult, usualIterations } from "../../src/territory/balance.js";
import type { BalanceProblem } from "../../src/territory/problem.js";
import { type Column, prose, text } from "../column.js";
import { table } from "../table.js";
import type { NamedAccount } from "./accounts.js";
import { entryOf, writer } from "./lever.js";
import type { SearchReply, SearchRequest } from "./searchMessages.js";
import type { Planner } from "./store.js";

type Move = NonNullable<ScenarioEntry["territory_moves"]>[number];

interface SearchOptions {
  readonly planner: Planner;
  readonly accounts: readonly NamedAccount[];
  /** What the balance is of; loaded when the search begins. */
  readonly load: () => Promise<{ readonly problem: BalanceProblem | null }>;
}

/** Looks for accounts to move, in a worker with its progress shown, and takes them into the scenario. */
export function territorySearch(options: SearchOptions): HTMLElement {
  const most =
    html`<input type="number" min="0" step="1" value="60" aria-label="At most so many moves">` as HTMLInputElement;
  const bar =
    html`<progress max="1" value="0" aria-label="Search for moves"></progress>` as HTMLProgressElement;
  const said = html`<p class="said" role="status"></p>`;
  const found = html`<div></div>`;
  const button = html`<button type="button"></button>` as HTMLButtonElement;
  let stop: (() => void) | null = null;
  const show = (isUnderWay: boolean) => {
    button.textContent = isUnderWay ? "Stop" : "Search";
    bar.hidden = !isUnderWay;
  };
  const end = (text: string, result?: HTMLElement) => {
    stop?.();
    stop = null;
    said.textContent = text;
    if (result) found.replaceChildren(result);
    show(false);
  };
  button.onclick = () => {
    if (stop) return end("");
    bar.value = 0;
    said.textContent = "";
    stop = searched(options, Number(most.value), (reply) => {
      if ("done" in reply) bar.value = reply.done;
      else if ("wrong" in reply) end(reply.wrong);
      else end("", resultOf(reply.result, reply.problem, options));
    });
    show(true);
  };
  show(false);
  return html`<section class="planner-search"><h2>Search for accounts to move</h2>
    <p class="aside">Brings the reps of each group nearer to an equal share of potential, workload and history, within the limits of the territory plan. It starts from today’s territories, without what the scenario changes.</p>
    <div class="controls"><label class="choice"><span>Moves at most</span>${most}</label>
    <div class="actions">${button}</div>${bar}</div>${said}${found}</section>`;
}

type Told =
  | Exclude<SearchReply, { readonly result: BalanceResult }>
  | { readonly result: BalanceResult; readonly problem: BalanceProblem };

/** Begins to search; returns how to stop it, at whatever it is. */
function searched({ load }: SearchOptions, most: number, follow: (told: Told) => void): () => void {
  let worker: Worker | null = null;
  let isStopped = false;
  const begin = ({ problem }: { readonly problem: BalanceProblem | null }) => {
    if (isStopped) return;
    if (problem === null || problem.accounts.length === 0)
      return follow({ wrong: "No rep has accounts to share out." });
    const limits = { ...problem.limits, mostMoves: Math.max(0, Math.round(most)) };
    const request = { problem: { ...problem, limits }, iterations: usualIterations };
    worker = startWorker(request, (reply) =>
      follow("result" in reply ? { ...reply, problem } : reply),
    );
  };
  load().then(begin, () => follow({ wrong: "The territories could not be loaded." }));
  return () => {
    isStopped = true;
    worker?.terminate();
  };
}

function startWorker(request: SearchRequest, follow: (reply: SearchReply) => void): Worker {
  const worker = new Worker(import.meta.resolve("./searchWorker.js"), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<SearchReply>) => follow(data));
  worker.addEventListener("error", ({ message }) =>
    follow({ wrong: `The search failed: ${message}` }),
  );
  worker.postMessage(request);
  return worker;
}

interface MoveRow extends Move {
  readonly name: string;
  readonly from: string;
  readonly reason: string;
  /** Whether the plan knows what the account is worth. */
  readonly isKnown: boolean;
}

function resultOf(
  { moves, worstBefore, worstAfter }: BalanceResult,
  problem: BalanceProblem,
  { planner, accounts }: SearchOptions,
): HTMLElement {
  const names = new Map(problem.accounts.map(({ id, name }) => [id, name]));
  const known = new Set(accounts.map(({ accountId }) => accountId));
  const called = planner.state().nameOf;
  const rows = moves.map(({ accountId, from, to, reason }) => ({
    account: accountId,
    to,
    name: names.get(accountId) ?? accountId,
    from,
    reason,
    isKnown: known.has(accountId),
  }));
  const people = new Set(planner.base.year.sellers.map(({ repId }) => repId));
  const taken = rows.filter(({ isKnown, to }) => isKnown && people.has(to));
  const take = () => {
    const own = taken.map(({ account, to }) => ({ account, to }));
    const moved = new Set(own.map(({ account }) => account));
    const others = (entryOf(planner).territory_moves ?? []).filter(
      ({ account }) => !moved.has(account),
    );
    writer(planner)({ territory_moves: [...others, ...own] });
  };
  return html`<div><p>The rep furthest from balance: ${formatFineRate(worstBefore)} off today, ${formatFineRate(worstAfter)} with ${formatCount(moves.length)} moves.
    <span class="actions"><button type="button" disabled=${taken.length === 0} onclick=${take}>Take ${formatCount(taken.length)} moves into the scenario</button></span></p>
    ${table(rows, columnsOf(called), {
      title: "Moves found",
      none: "No move within the limits is worth its while.",
      unit: ["move", "moves"],
      filename: "moves-found",
    })}</div>`;
}

const columnsOf = (called: (repId: string) => string): Column<MoveRow>[] => [
  text<MoveRow>("Account", ({ name }) => name),
  text("From", ({ from }) => called(from)),
  text("To", ({ to }) => called(to)),
  prose("Why", ({ reason }) => reason),
];
