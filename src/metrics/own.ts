import { InputError, InputErrors, type InputPlace, nearest } from "../errors.ts";
import { type Dimension, formulaTables } from "./formula/column.ts";
import { isSame, wordsOf } from "./formula/dimension.ts";
import { type Formula, formulaAggregates } from "./formula/expression.ts";
import { readFormula } from "./formula/read.ts";
import { type DateBasis, type EntityType, entityTypes, type Metric, type Unit } from "./metric.ts";
import { metrics } from "./registry.ts";

/** A KPI of a company's own, as its company file writes it. */
export interface OwnMetricText {
  readonly name: string;
  readonly label: string;
  readonly formula: string;
  readonly unit: string;
  readonly date_basis: string;
  readonly better: "up" | "down";
  readonly when_empty: 0 | null;
  readonly definition: string;
  /** Where a key's value stands, or a character of it. */
  readonly at: (key: string, offset?: number) => InputPlace;
}

/** A KPI of a company's own: defined like the built-in ones, with the formula that they have as SQL. */
export interface OwnMetric {
  readonly metric: Metric;
  readonly formula: Formula;
}

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

/**
 * Reads a company's own KPIs.
 *
 * @throws InputErrors with the first mistake of each
 */
export function readOwnMetrics(texts: readonly OwnMetricText[]): OwnMetric[] {
  const errors: InputError[] = [];
  const read = texts.flatMap((text, index) => {
    try {
      const taken = texts.slice(0, index).map((other) => other.name);
      return [readOwnMetric(text, taken)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      errors.push(error);
      return [];
    }
  });
  if (errors.length > 0) throw new InputErrors(errors);
  return read;
}

function readOwnMetric(text: OwnMetricText, taken: readonly string[]): OwnMetric {
  refuseName(text, taken);
  const { formula, dimension } = readFormula({
    metric: text.name,
    text: text.formula,
    at: (offset) => text.at("formula", offset),
  });
  const unit = unitOf(text, dimension);
  const tables = [...new Set(formulaAggregates(formula).map((part) => part.table))];
  return {
    metric: metricOf(text, { unit, dateBasis: dateBasisOf(text, tables), tables, formula }),
    formula,
  };
}

function refuseName(text: OwnMetricText, taken: readonly string[]): void {
  const builtIn = metrics.some((metric) => metric.name === text.name);
  if (!builtIn && !taken.includes(text.name)) return;
  throw new InputError(`metric name taken: "${text.name}"`, {
    ...text.at("name"),
    remedy: builtIn
      ? "A built-in metric has it; choose another."
      : "Another of yours has it; choose another.",
  });
}

function unitOf(text: OwnMetricText, dimension: Dimension): Unit {
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

function dateBasisOf(text: OwnMetricText, tables: readonly string[]): DateBasis {
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

interface Read {
  readonly unit: Unit;
  readonly dateBasis: DateBasis;
  readonly tables: readonly string[];
  readonly formula: Formula;
}

function metricOf(text: OwnMetricText, { unit, dateBasis, tables, formula }: Read): Metric {
  const divides = formula.denominator !== null;
  const isAdditive = formulaAggregates(formula).every(({ aggregation }) =>
    ["sum", "count"].includes(aggregation),
  );
  const empty = text.when_empty === null ? "Absent" : "Zero";
  return {
    name: text.name,
    label: text.label,
    definition: text.definition,
    formula: text.formula,
    components: `kpi_own_${text.name}`,
    needs: tables.map((table) => formulaTables[table]?.needs ?? table).join(" and "),
    isAdditive,
    numerator: "numerator",
    denominator: divides ? "denominator" : null,
    count: "n",
    hasQuartiles: false,
    unit,
    better: text.better,
    dateBasis,
    lookbackMonths: 0,
    periods: "observed",
    entityTypes: sharedEntities(tables),
    whenEmpty: text.when_empty,
    nullRule: `${empty} where nothing can be divided; absent where rows count and none has a value.`,
    needsMinCell: divides || !isAdditive,
    traps: [],
  };
}

/** The entities that the rows of every table count for. */
const sharedEntities = (tables: readonly string[]): EntityType[] =>
  entityTypes.filter((type) =>
    tables.every((table) => formulaTables[table]?.entityTypes.includes(type)),
  );
