import { CommanderError } from "commander";
import { formatInputError, InputError, InputErrors, RefusedError } from "../src/errors.ts";

/** Says what went wrong and gives the exit code: 2 bad input, 3 refused, 1 a bug. */
export function explain(error: unknown): number {
  const complain = (text: string) => process.stderr.write(`${text}\n`);
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof InputErrors) {
    for (const one of error.errors) complain(formatInputError(one));
    return 2;
  }
  if (error instanceof InputError) {
    complain(formatInputError(error));
    return 2;
  }
  if (error instanceof RefusedError) {
    complain(`refused to publish:\n  ${error.failures.join("\n  ")}`);
    return 3;
  }
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 1;
}
