/** Where a bad input stands: a path, and where they are known its line (header = 1) and column. */
export interface InputPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
}

export interface InputErrorOptions extends InputPlace {
  /** What the reader should do about it, as a full sentence. */
  readonly remedy: string;
}

/**
 * The input is wrong and the user can mend it. Printed without a stack; exit code 2.
 *
 * `message` follows one grammar: a lower-case noun phrase, then the value, as in
 * `unknown stage: "Verbal"`.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly place: InputPlace;
  readonly remedy: string;

  constructor(message: string, { remedy, ...place }: InputErrorOptions) {
    super(message);
    this.place = place;
    this.remedy = remedy;
  }
}

/** Several bad inputs found in one pass, reported together. */
export class InputErrors extends Error {
  override readonly name = "InputErrors";

  constructor(readonly errors: readonly InputError[]) {
    super(errors.map((error) => error.message).join("\n"));
  }
}

/** A query failed: names the SQL file and keeps the engine's own message as the cause. */
export class QueryError extends Error {
  override readonly name = "QueryError";

  constructor(
    readonly sqlFile: string,
    cause: unknown,
  ) {
    super(`failed query: ${sqlFile}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/** A data check refused publication; exit code 3. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";

  constructor(readonly failures: readonly string[]) {
    super(failures.join("\n"));
  }
}

/** `Opportunity.csv, line 12, column Amount`; empty when nothing is known. */
export function formatPlace({ file, line, column }: InputPlace): string {
  const parts = [
    file,
    line === undefined ? undefined : `line ${line}`,
    column === undefined ? undefined : `column ${column}`,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** The error as the user reads it: what, where, remedy; one line each. */
export function formatInputError(error: InputError): string {
  const place = formatPlace(error.place);
  return [error.message, place && `  in ${place}`, `  ${error.remedy}`].filter(Boolean).join("\n");
}

/** The known word closest to a misspelt one by edit distance, or undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const scored = known
    .map((candidate) => ({ candidate, distance: editDistance(normal(word), normal(candidate)) }))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  const best = scored[0];
  return best && best.distance <= Math.max(2, word.length / 3) ? best.candidate : undefined;
}

const normal = (word: string) => word.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** Levenshtein distance, two-row form. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, left] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, right] of [...b].entries()) {
      const replaced = cell(row, j) + (left === right ? 0 : 1);
      next.push(Math.min(replaced, cell(row, j + 1) + 1, cell(next, j) + 1));
    }
    row = next;
  }
  return cell(row, b.length);
}

const cell = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY;
