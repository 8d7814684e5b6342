import { InputError, nearest } from "../errors.ts";
import { type Dimension, formulaTables } from "./formula/column.ts";
import { isSame, wordsOf } from "./formula/dimension.ts";
import type { DateBasis, Unit } from "./metric.ts";
import type { OwnMetricText } from "./own.ts";

/** What each unit of a company's own KPI is measured in. */
const dimensions: Readonly<Partial<Record<Unit, Dimension>>> = {
  money: { money: 1, days: 0 },
  money_per_day: { money: 1, days: -1 },
  days: { money: 0, days: 1 },
  ratio: { money: 0, days: 0 },
  multiple: { money: 0, days: 0 },
  count: { money: 0, days: 0 },
  number: { money: 0, days: 0 },
};

/** @throws InputError for a unit that isn't known, or that the formula can't come out in */
export function unitOf(text: OwnMetricText, dimension: Dimension): Unit {
  const known = Object.keys(dimensions) as Unit[];
  const unit = known.find((one) => one === text.unit);
  const wanted = unit && dimensions[unit];
  if (!unit || !wanted) throw unknownWord(text, "unit", known);
  if (isSame(wanted, dimension)) return unit;
  throw new InputError(`invalid unit of ${text.name}: "${unit}"`, {
    ...text.at("unit"),
    remedy: `The formula gives ${wordsOf(dimension)}, the unit is ${wordsOf(wanted)}.`,
  });
}

/** @throws InputError for a date basis that isn't known, or that the rows of a table don't have */
export function dateBasisOf(text: OwnMetricText, tables: readonly string[]): DateBasis {
  const bases = ["close_date", "created_cohort", "activity_date", "period"] as const;
  const basis = bases.find((one) => one === text.date_basis);
  if (!basis) throw unknownWord(text, "date_basis", bases);
  for (const table of tables) {
    const offered = Object.keys(formulaTables[table]?.dates ?? {});
    if (offered.includes(basis)) continue;
    throw new InputError(`invalid date_basis of ${text.name}: "${basis}"`, {
      ...text.at("date_basis"),
      remedy: `Rows of ${table} are dated by ${offered.join(", ")}.`,
    });
  }
  return basis;
}

function unknownWord(text: OwnMetricText, key: "unit" | "date_basis", known: readonly string[]) {
  const word = text[key];
  const meant = nearest(word, known);
  return new InputError(`unknown ${key} of ${text.name}: "${word}"`, {
    ...text.at(key),
    remedy: meant ? `Did you mean "${meant}"?` : `Write one of ${known.join(", ")}.`,
  });
}
