import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type NamedText, type PayrollFiles, payrollFiles } from "./compensation/payroll.ts";
import type { Seal } from "./compensation/seals.ts";

/** Where files for payroll lie among the folders of statements. */
const payrollFolder = "payroll";

/** Where a file for payroll lies, from the workspace's folder. */
export const payrollPath = (name: string): string => `statements/${payrollFolder}/${name}`;

/** Writes files for payroll among statements that are being made. */
export function writePayroll(statements: string, files: readonly NamedText[]): void {
  if (files.length === 0) return;
  const folder = join(statements, payrollFolder);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}

/** The files for payroll of a closed pay period, from what was sealed. */
export const sealedPayroll = ({ label, plans }: Seal): PayrollFiles =>
  payrollFiles(label, {
    lines: plans.flatMap(({ lines }) => lines),
    statements: plans.flatMap(({ statements }) => statements),
  });

/**
 * Takes files for payroll along that stand among the last statements: those that weren't written anew,
 * but for previews of a period whose own file is there by now.
 */
export function keepPayroll(last: string, statements: string): void {
  const [from, to] = [join(last, payrollFolder), join(statements, payrollFolder)];
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const own = name.replace(/\.preview(?:\.totals)?\.csv$/, ".csv");
    if (!existsSync(join(to, own)) && !existsSync(join(to, name))) {
      copyFileSync(join(from, name), join(to, name));
    }
  }
}
