import { html } from "npm:htl";
import { formatMoney } from "../../src/format.js";
import { type Column, money, prose, rate, text } from "../column.js";
import { typeNumber } from "../draft/fields.js";
import type { Money } from "../quarterChart.js";
import { type TableMemory, table } from "../table.js";
import type { PlannerState } from "./draft.js";
import { entryOf, writer } from "./lever.js";
import { type PlannedRow, repRows, teamRows } from "./planRows.js";
import type { Planner } from "./store.js";
import { signed } from "./summary.js";

/** Quotas of teams and reps in both plans, each with a field to settle it by hand. */
export function overrides(planner: Planner, currency: Money): HTMLElement {
  const holder = html`<div class="overrides"></div>`;
  const memories: Record<"teams" | "reps", TableMemory> = { teams: {}, reps: {} };
  const redraw = redrawing(holder);
  planner.subscribe((state) =>
    redraw(() => {
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
  const settle = (id: string) => (amount: number | undefined) => {
    const { [id]: _, ...others } = said();
    writer(planner)({ [key]: { ...others, ...(amount === undefined ? {} : { [id]: amount }) } });
  };
  return {
    heading: `Settled at, ${currency}`,
    value: ({ id }) => said()[id] ?? "",
    isNumber: true,
    format: (_: never, { id, name, maySettle }) =>
      maySettle || said()[id] !== undefined ? settledField(id, name, said()[id], settle(id)) : "–",
    isField: true,
  };
}

function settledField(
  id: string,
  name: string,
  value: number | undefined,
  settle: (amount: number | undefined) => void,
): HTMLElement {
  const bounds = { unit: "", min: 0, max: 1e13 };
  const field = html`<input type="number" step="any" inputmode="decimal" value=${value ?? ""}
    data-focus=${id} aria-label=${`Settled quota of ${name}`}
    onchange=${() => typeNumber(field, bounds, settle)}>` as HTMLInputElement;
  return field;
}

/** Draws anew before the next frame, however often it is asked for, and leaves the reader in their field. */
function redrawing(holder: HTMLElement): (draw: () => void) => void {
  let next: (() => void) | null = null;
  return (draw) => {
    const isAsked = next !== null;
    next = draw;
    if (isAsked) return;
    requestAnimationFrame(() => {
      const at = (document.activeElement as HTMLElement | null)?.dataset.focus;
      const isHere = holder.contains(document.activeElement);
      next?.();
      next = null;
      if (isHere && at !== undefined) fieldAt(holder, at)?.focus();
    });
  };
}

const fieldAt = (holder: HTMLElement, at: string) =>
  [...holder.querySelectorAll<HTMLElement>("[data-focus]")].find(
    ({ dataset }) => dataset.focus === at,
  );
