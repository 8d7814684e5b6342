import { formatInputError, InputError, InputErrors } from "../../src/errors.js";

/** What is wrong, as a reader is told; a bug goes on. */
export function problemOf(error: unknown): string {
  if (error instanceof InputErrors) return error.errors.map(formatInputError).join("\n");
  if (error instanceof InputError) return formatInputError(error);
  throw error;
}
