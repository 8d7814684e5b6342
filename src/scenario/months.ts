import { monthsBetween } from "../calendar.ts";
import { InputError } from "../errors.ts";
import type { PlanBase } from "./base.ts";
import type { ScenarioPart } from "./part.ts";
import type { ScenarioEntry } from "./schema.ts";

/** What a scenario dates: at a path of its file. */
interface Dating {
  readonly path: readonly PropertyKey[];
  readonly what: "hire" | "leaver" | "move" | "market change";
  readonly month: string;
}

function datings({ hires = [], leavers = [], territory_moves = [], market = [] }: ScenarioEntry) {
  const dated = <Item>(
    what: Dating["what"],
    key: keyof ScenarioEntry,
    items: readonly Item[],
    monthOf: (item: Item) => string | undefined,
    field = "month",
  ): Dating[] =>
    items.flatMap((item, at) => {
      const month = monthOf(item);
      return month === undefined ? [] : [{ path: [key, at, field], what, month }];
    });
  return [
    ...dated("hire", "hires", hires, ({ month }) => month),
    ...dated("leaver", "leavers", leavers, ({ month }) => month),
    ...dated("move", "territory_moves", territory_moves, ({ month }) => month),
    ...dated("market change", "market", market, ({ from }) => from, "from"),
  ];
}

/** Months of a part that lie outside of the planned year, each with where it stands. */
export function outsideYear(
  { label, yearStart }: PlanBase,
  { entry, placeOf }: ScenarioPart,
): InputError[] {
  return datings(entry).flatMap(({ path, what, month }) => {
    const place = monthsBetween(yearStart, `${month}-01`);
    if (place >= 0 && place < 12) return [];
    const side = place < 0 ? "before the year starts" : "after the year ends";
    return [
      new InputError(`${what} ${side}: ${month}`, {
        ...placeOf(path),
        remedy:
          what === "hire"
            ? `${label} begins on ${yearStart}: who is hired before is in the roster.`
            : `${label} begins on ${yearStart} and lasts twelve months.`,
      }),
    ];
  });
}
