import { InputError, InputErrors, type InputPlace } from "../errors.ts";
import { formulaTables } from "./formula/column.ts";
import { type Formula, formulaAggregates, isAdditive } from "./formula/expression.ts";
import { readFormula } from "./formula/read.ts";
import { type DateBasis, type EntityType, entityTypes, type Metric, type Unit } from "./metric.ts";
import { dateBasisOf, unitOf } from "./own-words.ts";
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

interface Read {
  readonly unit: Unit;
  readonly dateBasis: DateBasis;
  readonly tables: readonly string[];
  readonly formula: Formula;
}

function metricOf(text: OwnMetricText, { unit, dateBasis, tables, formula }: Read): Metric {
  const { numerator, denominator } = formula;
  const addsUp = isAdditive(numerator) && (denominator === null || isAdditive(denominator));
  const empty = text.when_empty === null ? "Absent" : "Zero";
  return {
    name: text.name,
    label: text.label,
    definition: text.definition,
    formula: text.formula,
    components: `kpi_own_${text.name}`,
    needs: tables.map((table) => formulaTables[table]?.needs ?? table).join(" and "),
    isAdditive: addsUp,
    numerator: "numerator",
    denominator: denominator === null ? null : "denominator",
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
    needsMinCell: denominator !== null || !addsUp,
    traps: [],
  };
}

/** The entities that the rows of every table count for. */
const sharedEntities = (tables: readonly string[]): EntityType[] =>
  entityTypes.filter((type) =>
    tables.every((table) => formulaTables[table]?.entityTypes.includes(type)),
  );
