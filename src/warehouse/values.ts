import {
  DuckDBDateValue,
  DuckDBTimestampValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  type DuckDBValueConverter,
  JSDuckDBValueConverter,
  LIST,
  listValue,
  VARCHAR,
} from "@duckdb/node-api";

/** A value as rows hold it: DATE is `YYYY-MM-DD`, TIMESTAMP `YYYY-MM-DDTHH:MM:SS`. */
export type Value = string | number | boolean | null | readonly string[];

/** Named parameters of a statement, bound as `$name`. */
export type Values = Readonly<Record<string, Value>>;

const dayMillis = 86_400_000;
const microsPerMilli = 1000n;

/** Reads engine values as plain ones; whole numbers of any width become numbers. */
export const plainValue: DuckDBValueConverter<unknown> = (value, type, converter) => {
  if (value === null) return null;
  if (typeof value === "bigint") return Number(value);
  switch (type.typeId) {
    case DuckDBTypeId.DATE:
      return String(value);
    case DuckDBTypeId.TIMESTAMP:
      return String(value).replace(" ", "T");
    default:
      return JSDuckDBValueConverter(value, type, converter as never);
  }
};

/** Parameters as the engine binds them. */
export function engineValues(values: Values): Record<string, DuckDBValue> {
  const bound = Object.entries(values).map(
    ([name, value]) => [name, Array.isArray(value) ? listValue(value) : value] as const,
  );
  return Object.fromEntries(bound) as Record<string, DuckDBValue>;
}

/** The types of parameters that don't show theirs: an empty list is one of text like any other. */
export function engineTypes(values: Values): Record<string, DuckDBType> {
  const lists = Object.entries(values).filter(([, value]) => Array.isArray(value));
  return Object.fromEntries(lists.map(([name]) => [name, LIST(VARCHAR)]));
}

/** Turns a plain value into what the engine's appender takes for a column of that type. */
export function engineValue(value: Value, type: DuckDBType): DuckDBValue {
  if (value === null) return null;
  switch (type.typeId) {
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.HUGEINT:
      return BigInt(value as number);
    case DuckDBTypeId.DATE:
      return new DuckDBDateValue(Math.round(Date.parse(value as string) / dayMillis));
    case DuckDBTypeId.TIMESTAMP:
      return new DuckDBTimestampValue(BigInt(Date.parse(`${value}Z`)) * microsPerMilli);
    case DuckDBTypeId.LIST:
      return listValue(value as string[]);
    default:
      return value as DuckDBValue;
  }
}
