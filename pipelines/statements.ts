import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { grouped } from "../src/statistics/grouped.ts";
import { booksOf, creditedPlans } from "./compensation/credited-plans.ts";
import { readPayInputs } from "./compensation/inputs.ts";
import type { Seal } from "./compensation/seals.ts";
import { keepPayroll, sealedPayroll, writePayroll } from "./payroll.ts";
import { placesOf } from "./places.ts";
import type { Move } from "./publish/swap.ts";
import type { Run } from "./run.ts";
import type { StatementEdition } from "./statements/edition.ts";
import { folderNames } from "./statements/folder-names.ts";
import { indexPage } from "./statements/index-page.ts";
import { linesCsv } from "./statements/lines-csv.ts";
import { periodPage } from "./statements/period-page.ts";
import { payPeriods } from "./statements/periods.ts";
import { type PaidPerson, paidPerson, payees } from "./statements/person.ts";
import { bundledScripts } from "./statements/scripts.ts";

/** What statements are made from. */
export interface StatementRun extends Pick<Run, "workspace" | "asOf" | "warehouse"> {
  /** Pay periods that are being closed and aren't kept yet. */
  readonly closing?: readonly Seal[];
}

/**
 * Writes the statements of everybody with pay, a folder each that needs nothing else, from the tables of
 * pay and the plans that they were settled by; and what closed pay periods paid, for payroll.
 *
 * @param out an empty folder, or none yet
 * @returns how many people
 */
export async function writeStatements(
  run: StatementRun,
  out: string,
  buildId: string,
): Promise<number> {
  const edition = await editionOf(run, buildId);
  const people = await payees(run.warehouse);
  const names = folderNames(people.map(({ rep_id }) => rep_id));
  mkdirSync(out, { recursive: true });
  for (const payee of people) {
    const person = await paidPerson(run.warehouse, payee);
    writeFolder(join(out, names.get(payee.rep_id) ?? ""), person, edition);
  }
  writePayroll(out, edition.seals.flatMap(sealedPayroll));
  return people.length;
}

async function editionOf(
  { workspace, asOf, warehouse, closing = [] }: StatementRun,
  buildId: string,
): Promise<StatementEdition> {
  const books = booksOf(workspace, asOf, await readPayInputs(workspace, asOf, warehouse));
  return {
    company: workspace.company.name,
    calendar: workspace.company.calendar,
    asOf,
    buildId,
    plans: creditedPlans(workspace, books).map((plan) => ({
      ...plan,
      credits: grouped(plan.credits, ({ repId }) => repId),
    })),
    seals: [...books.seals, ...closing],
    scripts: await bundledScripts(),
  };
}

function writeFolder(folder: string, person: PaidPerson, edition: StatementEdition): void {
  const periods = payPeriods(person, edition);
  const pages = periods.map((period, at) => {
    const [newer, older] = [periods[at - 1] ?? null, periods[at + 1] ?? null];
    return [`${period.label}.html`, periodPage(period, person, edition, { older, newer })] as const;
  });
  const files = [
    ["index.html", indexPage(periods, person, edition)] as const,
    ...pages,
    ["lines.csv", linesCsv(periods, person, edition)] as const,
  ];
  const audiences = Object.fromEntries(
    [...files.map(([name]) => name), "audiences.json"].map((name) => [name, "person"]),
  );
  const declared = `${JSON.stringify({ audience: "person", files: audiences }, null, 1)}\n`;
  mkdirSync(folder);
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "audiences.json"), declared);
}

/**
 * The move that puts written statements in the place of the last ones, the files for payroll kept; none
 * where nobody has pay and nothing stood there.
 */
export function statementMoves(folder: string, out: string): Move[] {
  const { statements } = placesOf(folder);
  if (readdirSync(out).length === 0 && !existsSync(statements)) return [];
  keepPayroll(statements, out);
  return [{ from: out, to: statements }];
}
