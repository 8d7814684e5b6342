import { formatCount, formatDate, formatMoney, formatRate } from "../src/format.js";
import type { Cell } from "./rows.js";

/** A column of a table: where its value comes from, how it reads, sorts, links and downloads. */
export interface Column<Row> {
  readonly heading: string;
  readonly value: (row: Row) => Cell;
  /** How a reader sees a value; as it is when not given. */
  readonly format?: (value: never, row: Row) => string | Node;
  readonly isNumber?: boolean;
  /** Sentences rather than a word or two: the column stays wide on a narrow screen. */
  readonly isLong?: boolean;
  /** Holds a field: formatted also where there is no value. */
  readonly isField?: boolean;
  /** What downloads, when not the value itself. */
  readonly download?: (row: Row) => Cell;
  readonly link?: (row: Row) => string | undefined;
}

type Of<Row, Value> = (row: Row) => Value | null | undefined;

export const text = <Row>(
  heading: string,
  value: Of<Row, string>,
  link?: (row: Row) => string | undefined,
): Column<Row> => ({ heading, value, ...(link ? { link } : {}) });

export const prose = <Row>(heading: string, value: Of<Row, string>): Column<Row> => ({
  heading,
  value,
  isLong: true,
});

export const count = <Row>(heading: string, value: Of<Row, number>): Column<Row> => ({
  heading,
  value,
  isNumber: true,
  format: formatCount,
});

/** Money from whole minor units; downloads in major units. */
export const money = <Row>(
  heading: string,
  value: Of<Row, number>,
  digits: number,
): Column<Row> => ({
  heading,
  value,
  isNumber: true,
  format: (cents: number) => formatMoney(cents, digits),
  download: (row) => {
    const cents = value(row);
    return cents === null || cents === undefined ? null : cents / 10 ** digits;
  },
});

export const rate = <Row>(heading: string, value: Of<Row, number>): Column<Row> => ({
  heading,
  value,
  isNumber: true,
  format: formatRate,
});

export const date = <Row>(heading: string, value: Of<Row, string>): Column<Row> => ({
  heading,
  value,
  isNumber: true,
  format: formatDate,
});

/** Where an export told of a row last; the header's line is 1. */
export interface ExportRow {
  readonly file: string | null;
  readonly line: number | null;
}

/** The export row that told of a deal last: its day and line to read, its file and line to download. */
export const exportRow = <Row extends ExportRow>(): Column<Row> => ({
  heading: "Export row",
  value: ({ file, line }) => (file === null ? null : `${file}:${line}`),
  format: (place: string, { file, line }) => {
    const day = /\/(\d{4}-\d\d-\d\d)\/[^/]+$/.exec(file ?? "")?.[1];
    // in one piece, as a narrow column would part the number from its day
    return day === undefined ? place : `${formatDate(day)}, line ${line}`.replaceAll(" ", "\u00a0");
  },
});
