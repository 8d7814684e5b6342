import { formatInputError, InputError, InputErrors } from "../../src/errors.ts";
import { load } from "./build.ts";
import type { Files } from "./write.ts";

/**
 * What a person is told when a workspace can't be read: what, where and what to do, for each
 * mistake. The command ends these with exit code 2.
 */
export async function complaints(work: () => Promise<unknown>): Promise<string[]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof InputErrors) return error.errors.map(formatInputError);
    if (error instanceof InputError) return [formatInputError(error)];
    throw error;
  }
  return [];
}

export const complaintsOf = (files: Files, asOf?: string): Promise<string[]> =>
  complaints(() => load(files, asOf));
