import { html } from "npm:htl";
import { formatMoney } from "../../src/format.js";
import { type Column, money, prose, rate, text } from "../column.js";
import type { Money } from "../quarterChart.js";
import { type TableMemory, table } from "../table.js";
import { entryOf, writer } from "./lever.js";
import { type PlannedRow, repRows, teamRows } from "./planRows.js";
import type { Planner, PlannerState } from "./store.js";
import { signed } from "./summary.js";

/** Quotas of teams and reps in both plans, each with a field to settle it by hand. */
export function overrides(planner: Planner, currency: Money): HTMLElement {
  const holder = html`<div class="overrides"></div>`;
  const memories: Record<"teams" | "reps", TableMemory> = { teams: {}, reps: {} };
  planner.subscribe((state) =>
    keepingFocus(holder, () => {
      holder.replaceChildren(
        teamTable(planner, state, currency, memories.teams),
        repTable(planner, state, currency, memories.reps),
      );
    }),
  );
  return holder;
}

function teamTable(planner: Planner, state: PlannerState, currency: Money, memory: TableMemory) {
  const settled = settledColumn("locked_teams", planner, currency);
  const columns = [text<PlannedRow>("Team", ({ name }) => name), ...shared(currency), settled];
  return table(teamRows(state), columns, {
    title: "Quotas of teams",
    unit: ["team", "teams"],
    filename: "planned-teams",
    memory,
  });
}

function repTable(planner: Planner, state: PlannerState, currency: Money, memory: TableMemory) {
  const columns = [
    text<PlannedRow>("Rep", ({ name }) => name),
    text<PlannedRow>("Team", ({ team }) => team),
    ...shared(currency),
    settledColumn("locked", planner, currency),
    prose<PlannedRow>("Held by", ({ heldBy }) => heldBy),
  ];
  return table(repRows(state), columns, {
    title: "Quotas of reps",
    unit: ["rep", "reps"],
    filename: "planned-reps",
    pageSize: 20,
    memory,
  });
}

const shared = ({ currency_digits: digits }: Money): Column<PlannedRow>[] => [
  money("Before", ({ before }) => before, digits),
  money("Quota", ({ quota }) => quota, digits),
  {
    heading: "Change",
    value: ({ quota, before }) => (quota === null || before === null ? null : quota - before),
    isNumber: true,
    format: (change: number) => signed(change, (cents) => formatMoney(cents, digits)),
    download: ({ quota, before }) =>
      quota === null || before === null ? null : (quota - before) / 10 ** digits,
  },
  money("Expected", ({ expected }) => expected, digits),
  rate("Odds before", ({ oddsBefore }) => oddsBefore),
  rate("Odds", ({ odds }) => odds),
];

/** Where a quota is settled by hand, in major units; empty where it isn't. */
function settledColumn(
  key: "locked" | "locked_teams",
  planner: Planner,
  { currency }: Money,
): Column<PlannedRow> {
  const said = () => entryOf(planner)[key] ?? {};
  const settle = (id: string, text_: string) => {
    const { [id]: _, ...others } = said();
    const amount = Number(text_);
    const own = text_.trim() === "" || !(amount >= 0) ? {} : { [id]: amount };
    writer(planner)({ [key]: { ...others, ...own } });
  };
  return {
    heading: `Settled at, ${currency}`,
    value: ({ id }) => said()[id] ?? "",
    isNumber: true,
    format: (_: never, { id, name }) => settledField(id, name, said()[id], settle),
    isField: true,
  };
}

const settledField = (
  id: string,
  name: string,
  value: number | undefined,
  settle: (id: string, text: string) => void,
): HTMLElement => {
  const field =
    html`<input type="number" min="0" step="any" inputmode="decimal" value=${value ?? ""}
    data-focus=${id} aria-label=${`Settled quota of ${name}`}
    onchange=${() => settle(id, field.value)}>` as HTMLInputElement;
  return field;
};

/** Draws anew without taking the reader's place in a field. */
function keepingFocus(holder: HTMLElement, draw: () => void): void {
  requestAnimationFrame(() => {
    const at = (document.activeElement as HTMLElement | null)?.dataset.focus;
    const isHere = holder.contains(document.activeElement);
    draw();
    if (!isHere || at === undefined) return;
    const field = [...holder.querySelectorAll<HTMLInputElement>("[data-focus]")].find(
      ({ dataset }) => dataset.focus === at,
    );
    field?.focus();
  });
}
