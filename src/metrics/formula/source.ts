import { InputError, type InputPlace } from "../../errors.ts";

/** A formula as it stands in its file. */
export interface FormulaSource {
  /** The metric that it is of. */
  readonly metric: string;
  readonly text: string;
  /** Where a character of the text stands. */
  readonly at: (offset: number) => InputPlace;
}

/** The mistake at a character of a formula, with what to do about it. */
export function mistake(
  source: FormulaSource,
  offset: number,
  message: string,
  remedy: string,
): InputError {
  return new InputError(message, { ...source.at(offset), remedy });
}

/** What is left of a formula from a character on, short enough for a line. */
export function excerpt({ text }: FormulaSource, offset: number): string {
  const rest = text.slice(offset).trim();
  return rest.length > 30 ? `${rest.slice(0, 30)}…` : rest;
}
