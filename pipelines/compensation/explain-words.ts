import { formatDate, formatFineRate } from "../../src/format.ts";
import type { ExplainedLine, Explanation } from "../explain.ts";
import { exactMoney } from "./words.ts";

const causes: Readonly<Record<string, string>> = {
  credit: "a credit at the rate of the tier that it falls in",
  reached_tier: "earlier credits of the period at the rate of the tier that this credit reached",
  fell_below_tier: "earlier credits at the rate of the tier that was fallen back to",
  reversal: "what a credit paid is taken back",
  multiplier: "the multiplier by another component's attainment",
  gate: "a gate or threshold that isn't reached, or is again",
  capped: "what goes beyond a cap is cut",
  budget: "what goes beyond the budget of the component is cut",
  pool: "a share of the team's pool",
  hold: "held until it falls due",
  release: "held before, due now",
  draw: "a draw, paid beyond what was earned",
  carried: "pay under zero, carried forward",
  recovered: "recovered of draws and of what was carried",
};

/** A line of pay traced to its rule, credit, deal and export row, as text. */
export function explainWords({ line, plan, component }: Explanation): string {
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
    ["cause", causes[line.cause] ?? line.cause],
    ["plan", `${line.plan}, ${plan?.file ?? "whose file is gone"}`],
    ["component", [line.component ?? "all components together", rule].filter(Boolean).join(": ")],
    ["arithmetic", arithmetic(line)],
    ["credit", creditWords(line)],
    ["deal", dealWords(line)],
    ["export", line.source_file === null ? null : `${line.source_file}, line ${line.source_line}`],
  ];
  const told = rows.filter((row): row is readonly [string, string] => row[1] !== null);
  return `${told.map(([name, text]) => `${name.padEnd(12)}${text}`).join("\n")}\n`;
}

function arithmetic({ base_cents, rate, tier, amount_cents, currency }: ExplainedLine) {
  if (rate === null) return null;
  const step = tier === null ? "" : `, tier ${tier}`;
  return `${exactMoney(base_cents, currency)} × ${formatFineRate(rate)} = ${exactMoney(amount_cents, currency)}${step}`;
}

function creditWords(line: ExplainedLine): string | null {
  const { credited_cents, deal_cents, role, credited_on, reverses, currency } = line;
  if (credited_cents === null || deal_cents === null || credited_on === null) return null;
  const part = `${exactMoney(credited_cents, currency)} of ${exactMoney(deal_cents, currency)}`;
  const back = reverses === null ? "" : `, which takes back ${reverses}`;
  return `${part} as ${role}, on ${formatDate(credited_on)}${back}`;
}

function dealWords({ opportunity_id, opportunity, close_date, deal_type, product }: ExplainedLine) {
  if (opportunity_id === null) return null;
  const known = [
    `${opportunity_id}: ${opportunity ?? "not in the exports any more"}`,
    close_date === null ? null : `won on ${formatDate(close_date)}`,
    deal_type,
    product,
  ];
  return known.filter(Boolean).join(", ");
}
