import { formatDate } from "../../src/format.ts";
import type { ExplainedLine, Explanation } from "../explain.ts";
import { lineCause } from "./cause-words.ts";
import { lineArithmetic } from "./line-words.ts";
import { exactMoney } from "./words.ts";

/** A line of pay traced to its rule, credit, deal and export row, as text. */
export const explainWords = (explained: Explanation): string => tabled(explainRows(explained));

/** Named texts under each other, the names in a column. */
export const tabled = (rows: readonly (readonly [string, string])[]): string =>
  `${rows.map(([name, text]) => `${name.padEnd(12)}${text}`).join("\n")}\n`;

/** A line of pay traced to its rule, credit, deal and export row: what, and what is to be said of it. */
export function explainRows(explained: Explanation): (readonly [string, string])[] {
  const { line, plan, component, due } = explained;
  const money = (cents: number) => `${exactMoney(cents, line.currency)} ${line.currency}`;
  const rule = component === null ? null : `${component.rule.rule} on ${component.measure}`;
  const rows: readonly (readonly [string, string | null])[] = [
    ["line", `${line.line_id}: ${money(line.amount_cents)} to ${line.name} (${line.rep_id})`],
    [
      "period",
      `${line.period} from ${formatDate(line.period_start)}, earned on ${formatDate(line.earned_on)}`,
    ],
    [
      "late",
      line.late_of === null
        ? null
        : `it belongs to the closed period from ${formatDate(line.late_of)}`,
    ],
    ["cause", due.cause ?? lineCause(line, component)],
    ["plan", `${line.plan}, ${plan?.file ?? "whose file is gone"}`],
    ["component", [line.component ?? "all components together", rule].filter(Boolean).join(": ")],
    ["arithmetic", lineArithmetic(line, component)],
    ["credit", creditWords(line)],
    ["deal", dealWords(line)],
    ["credit note", refundWords(line)],
    ["export", line.source_file === null ? null : `${line.source_file}, line ${line.source_line}`],
    ...due.words.map((words) => ["due", words] as const),
  ];
  return rows.filter((row): row is readonly [string, string] => row[1] !== null);
}

function creditWords(line: ExplainedLine): string | null {
  const { credited_cents, deal_cents, role, credited_on, reverses, currency } = line;
  if (credited_cents === null || deal_cents === null || credited_on === null) return null;
  const part = `${exactMoney(credited_cents, currency)} of ${exactMoney(deal_cents, currency)}`;
  const back = reverses === null ? "" : `, which takes back ${reverses}`;
  return `${part} as ${role}, on ${formatDate(credited_on)}${back}`;
}

function dealWords(line: ExplainedLine) {
  const { opportunity_id, opportunity, deal_type, product } = line;
  if (opportunity_id === null) return null;
  const known = [
    `${opportunity_id}: ${opportunity ?? "not in the exports any more"}`,
    stateWords(line),
    deal_type,
    product,
  ];
  return known.filter(Boolean).join(", ");
}

const refundWords = ({ refund_id, refund_file, refund_line }: ExplainedLine) =>
  refund_id === null ? null : `${refund_id}, ${refund_file}, line ${refund_line}`;

/** What a deal is today: won on a day, or not any more. */
function stateWords({ deal_status, close_date, known_on }: ExplainedLine): string | null {
  if (deal_status === null) return null;
  if (deal_status !== "won" || close_date === null)
    return `${deal_status}${known_on === null ? "" : `, as told on ${formatDate(known_on)}`}`;
  return `won on ${formatDate(close_date)}`;
}
