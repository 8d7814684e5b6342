import type { Value } from "../../src/warehouse/values.ts";
import type { WinModelReport } from "../win-model.ts";
import { effectName } from "./words.ts";

const columns = ["part", "name", "value", "lower", "upper", "n", "note"];

/** The report as one table: a row for each measure, tenth, effect and column, told apart by `part`. */
export function winModelRows(report: WinModelReport): { columns: string[]; rows: Value[][] } {
  const { deals, measures, slices, effects, leaks, unusable } = report;
  const rows: Value[][] = [
    ["deals", "decided", deals.decided, null, null, null, null],
    ["deals", "won", deals.won, null, null, null, null],
    ["deals", "open", deals.open.length, null, null, null, null],
    ["deals", "groups", deals.groups, null, null, null, null],
    ...measures.map(({ name, value, interval }) => [
      "measure",
      name,
      value,
      interval.lower,
      interval.upper,
      deals.decided,
      null,
    ]),
    ...slices.flatMap(({ n, expected, won }, index) => [
      ["expected", `tenth ${index + 1}`, expected, null, null, n, null],
      ["observed", `tenth ${index + 1}`, won / n, null, null, n, null],
    ]),
    ...effects.map((effect) => [
      "odds ratio",
      effectName(effect),
      effect.oddsRatio,
      effect.interval.lower,
      effect.interval.upper,
      effect.n,
      null,
    ]),
    ...report.columns.map(({ name, kind }) => ["column", name, null, null, null, null, kind]),
    ...unusable.map(({ name, reason }) => ["left out", name, null, null, null, null, reason]),
    ...leaks.map(({ name, isLeftOut, reason }) => [
      isLeftOut ? "leak left out" : "possible leak",
      name,
      null,
      null,
      null,
      null,
      reason,
    ]),
    ["setting", "ridge penalty", report.precision, null, null, null, null],
    ["setting", "calibration", null, null, null, null, report.calibration],
  ];
  return { columns, rows };
}
