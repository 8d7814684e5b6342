import { formatCount, formatValue } from "../src/format.js";
import { type ColumnTable, rowsWhere } from "./arrowRows.js";
import { type Column, text } from "./column.js";
import type { ScoreLine } from "./scoreLines.js";
import { sparkline } from "./sparkline.js";

/** The median of peers in one KPI and quarter. */
interface Median {
  readonly metric: string;
  readonly among: string;
  readonly median: number;
  readonly n: number;
}

export interface PeerLine extends ScoreLine {
  readonly team: Median | undefined;
  readonly company: Median | undefined;
}

export interface PeerQuery {
  readonly entity_type: "rep" | "team";
  readonly role: string;
  readonly period_start: string;
  /** The team whose peers are asked for; null where teams themselves are compared. */
  readonly team_id: string | null;
}

/** KPIs with the medians of peers in the same quarter, those without a value left out. */
export function peerLines(
  lines: readonly ScoreLine[],
  medians: ColumnTable,
  { entity_type, role, period_start, team_id }: PeerQuery,
): PeerLine[] {
  const names = ["metric", "among", "median", "n"] as const;
  const where = { entity_type, role, period_start };
  const among = (query: object) => {
    const rows = rowsWhere<Median>(medians, names, query as Partial<Median>);
    return new Map(rows.map((row) => [row.metric, row]));
  };
  const company = among({ ...where, among: "company" });
  const team =
    team_id === null
      ? new Map<string, Median>()
      : among({ ...where, among: "team", among_id: team_id });
  return lines
    .filter(({ value }) => value !== null)
    .map((line) => ({
      ...line,
      team: team.get(line.metric.metric),
      company: company.get(line.metric.metric),
    }));
}

/** A KPI beside the medians of peers, those that none of the lines has left out. */
export function peerColumns(
  who: string,
  lines: readonly PeerLine[],
  { digits, company }: { readonly digits: number; readonly company: string },
): Column<PeerLine>[] {
  const median = (heading: string, side: "team" | "company"): Column<PeerLine>[] =>
    lines.some((line) => line[side] !== undefined)
      ? [
          figure(heading, (line) => line[side]?.median, digits),
          {
            heading: "of",
            isNumber: true,
            value: (line) => line[side]?.n,
            format: (n: number) => formatCount(n),
          },
        ]
      : [];
  return [
    text("KPI", ({ metric }) => metric.label),
    figure(who, ({ value }) => value, digits),
    ...median("Team median", "team"),
    ...median(company, "company"),
    {
      heading: "Trend",
      value: ({ trend }) => trend.filter(({ value }) => value !== null).length,
      format: (_: number, { trend }: PeerLine) => sparkline(trend),
    },
    {
      heading: "n",
      isNumber: true,
      value: ({ cell }) => cell?.n,
      format: (n: number) => formatCount(n),
    },
    text("Note", ({ note }) => note),
  ];
}

const figure = (
  heading: string,
  value: (line: PeerLine) => number | null | undefined,
  digits: number,
): Column<PeerLine> => ({
  heading,
  isNumber: true,
  value,
  format: (found: number, { metric }: PeerLine) => formatValue(found, metric.unit, digits),
  download: (line) => {
    const found = value(line);
    const isMoney = line.metric.unit.startsWith("money");
    return typeof found === "number" && isMoney ? found / 10 ** digits : found;
  },
});
