import { html } from "npm:htl";
import type { ScenarioEntry } from "../../src/scenario/schema.js";
import type { Field } from "../draft/fields.js";
import { type LeverGroup, leverGroup } from "../draft/leverGroup.js";
import { choiceCell, listField, numberCell } from "../draft/listLever.js";
import { entryOf, writer } from "./lever.js";
import { monthOptions } from "./months.js";
import { teamOptions } from "./options.js";
import type { Planner } from "./store.js";

type Shock = NonNullable<ScenarioEntry["market"]>[number];

/** What the market does, and when in the year deals come. */
export const marketLevers = (planner: Planner): LeverGroup =>
  leverGroup("Market and season", [shockField(planner), seasonField(planner)]);

function shockField(planner: Planner): Field {
  const { base } = planner;
  const everyTeam = { value: "", label: "all teams" };
  const allYear = { value: "", label: "all year" };
  const teams = [everyTeam, ...teamOptions(base)];
  const months = [allYear, ...monthOptions(base)];
  return listField<Shock>({
    what: "market change",
    read: () => entryOf(planner).market ?? [],
    write: (market) => writer(planner)({ market: [...market] }),
    first: () => ({ change: -0.1 }),
    columns: [
      {
        label: "Bookings change by",
        cell: (shock, put) =>
          numberCell(shock.change, { unit: "%", min: -0.99, max: 5 }, (change) =>
            put({ ...shock, change }),
          ),
      },
      {
        label: "From",
        cell: ({ from, ...shock }, put) =>
          choiceCell(from ?? "", months, (next) =>
            put(next === "" ? shock : { ...shock, from: next }),
          ),
      },
      {
        label: "Of",
        cell: ({ team, ...shock }, put) =>
          choiceCell(team ?? "", teams, (next) =>
            put(next === "" ? shock : { ...shock, team: next }),
          ),
      },
    ],
  });
}

/** Shares of the four quarters; they count once they sum to 100 %. */
function seasonField(planner: Planner): Field {
  const wrong = html`<span class="refused" role="alert"></span>`;
  const fields = [1, 2, 3, 4].map(
    (quarter) =>
      html`<input type="number" step="any" inputmode="decimal" min="0" max="100" onchange=${write}
        aria-label=${`Share of bookings in quarter ${quarter}, %`}>` as HTMLInputElement,
  );
  function write(): void {
    const isEmpty = fields.every(({ value }) => value === "");
    const shares = fields.map(({ value }) => Number((Number(value) / 100).toPrecision(12)));
    const sum = shares.reduce((a, b) => a + b, 0);
    const isWhole = Math.abs(sum - 1) < 1e-6 && shares.every((share) => share >= 0);
    wrong.textContent =
      isEmpty || isWhole ? "" : `The four sum to ${Number((sum * 100).toFixed(2))} %, not yet 100.`;
    if (isEmpty) writer(planner)({ seasonality: undefined });
    else if (isWhole) writer(planner)({ seasonality: shares });
  }
  const usual = usualShares(planner);
  const show = () => {
    if (fields.includes(document.activeElement as HTMLInputElement)) return;
    const { seasonality } = entryOf(planner);
    for (const [q, field] of fields.entries()) {
      field.placeholder = usual[q] ?? "";
      field.value = seasonality ? String(Number(((seasonality[q] ?? 0) * 100).toFixed(2))) : "";
    }
    wrong.textContent = "";
  };
  show();
  const element = html`<div class="lever wide"><span>Share of bookings by quarter, %</span>
    <span class="quarters">${fields}</span>${wrong}</div>`;
  return { element, show };
}

/** What the plan expects by quarter, percent. */
function usualShares({ base: { year } }: Planner): string[] {
  const sums = [0, 3, 6, 9].map((from) =>
    year.sellers.reduce(
      (sum, { full }) => sum + full.slice(from, from + 3).reduce((a, b) => a + b, 0),
      0,
    ),
  );
  const total = sums.reduce((a, b) => a + b, 0);
  return sums.map((part) => (total > 0 ? String(Number(((100 * part) / total).toFixed(1))) : "25"));
}
