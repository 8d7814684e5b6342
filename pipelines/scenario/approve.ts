import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Grain } from "../../src/calendar.ts";
import { type PlainDate, periodOf } from "../../src/calendar.ts";
import { InputError } from "../../src/errors.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import { type PlannedScenario, planScenario } from "../scenario.ts";
import { partStart } from "./rows.ts";

const path = "plans/quotas.csv";
const header =
  "entity_type,entity_id,measure,period,amount,currency,effective_from,recorded_on,reason";

/** What an approval added to the plan of quotas. */
export interface Approved {
  readonly path: string;
  readonly rows: number;
  /** Hires have no person yet: how many, and what their quotas come to, minor units. */
  readonly open: { readonly hires: number; readonly cents: number };
  /** Of the scenario and the plan it was worked out over. */
  readonly hash: string;
}

/**
 * Adds a scenario's quotas to `plans/quotas.csv` as rows that take effect when the year begins:
 * what stands there stays, so that what held before can still be told.
 *
 * @param on the day on which it is approved; the as-of of the last rebuild unless given
 * @throws InputError where the file's columns are others
 */
export async function approveScenario(
  workspace: Workspace,
  name: string,
  on?: PlainDate,
): Promise<Approved> {
  const planned = await planScenario(workspace, name);
  const hash = hashOf(planned);
  const rows = quotaLines(planned, workspace, {
    on: on ?? planned.asOf,
    reason: `scenario ${name} ${hash}`,
  });
  const file = join(workspace.folder, path);
  const text = existsSync(file) ? readFileSync(file, "utf8") : `${header}\n`;
  const [first = ""] = text.split(/\r?\n/, 1);
  if (first.replace(/^\uFEFF/, "") !== header) {
    throw new InputError(`other columns: ${first}`, {
      file: path,
      line: 1,
      remedy: `Rows can be added where the columns are ${header}.`,
    });
  }
  const end = text.endsWith("\n") ? "" : "\n";
  writeFileSync(file, `${text}${end}${rows.join("\n")}\n`);
  const hires = planned.plan.reps.filter(({ isHire }) => isHire);
  const cents = hires.reduce((sum, { quota }) => sum + quota, 0);
  return { path, rows: rows.length, open: { hires: hires.length, cents }, hash };
}

/** The first twelve digits of SHA-256 over the scenario with all it extends, and its base. */
const hashOf = ({ entry, base }: PlannedScenario) =>
  createHash("sha256")
    .update(JSON.stringify([entry, base]))
    .digest("hex")
    .slice(0, 12);

function quotaLines(
  { plan, base }: PlannedScenario,
  { company }: Workspace,
  { on, reason }: { readonly on: PlainDate; readonly reason: string },
): string[] {
  const { calendar, currency } = company;
  const amount = (cents: number) =>
    (cents / 10 ** base.currencyDigits).toFixed(base.currencyDigits);
  const line = (type: string, id: string, start: PlainDate, grain: Grain, cents: number) => {
    const { label } = periodOf(start, grain, calendar);
    const cells = [
      type,
      id,
      "bookings",
      label,
      amount(cents),
      currency,
      base.yearStart,
      on,
      reason,
    ];
    return cells.map(quoted).join(",");
  };
  const groups = plan.groups.map(({ level, id, quota }) =>
    line(level, id, base.yearStart, "year", quota),
  );
  // a hire has no person yet: the quota follows when there is one
  const reps = plan.reps.filter(({ isHire }) => !isHire);
  return [
    ...groups,
    ...reps.flatMap(({ repId, parts }) =>
      parts
        .filter(({ period }) => period !== "month")
        .map((part) =>
          line("rep", repId, partStart(base.yearStart, part), part.period, part.quota),
        ),
    ),
  ];
}

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
