const delimiters = [",", ";", "\t", "|"] as const;

/** How a CSV file separates and quotes its fields, and its first record. */
export interface Dialect {
  /** A line before the headings that tells spreadsheet programs the delimiter: `sep=;`. */
  readonly preface: string | null;
  readonly delimiter: string;
  readonly quote: string;
  readonly headings: readonly string[];
}

const separatorLine = /^\uFEFF?("?sep=(.)"?)\r?\n/;

/**
 * The dialect that a text's first record shows: the delimiter that makes most fields of it, and
 * the single quote only where the first heading stands in single quotes. A line that tells the
 * delimiter comes before the headings.
 */
export function readDialect(text: string): Dialect {
  const told = separatorLine.exec(text);
  const head = text.slice(told?.[0].length ?? 0);
  const quote = head.trimStart().startsWith("'") ? "'" : '"';
  const candidates = (told?.[2] === undefined ? delimiters : [told[2]]).map((delimiter) => ({
    preface: told?.[1] ?? null,
    delimiter,
    quote,
    headings: firstRecord(head, delimiter, quote),
  }));
  return candidates.reduce((best, next) =>
    next.headings.length > best.headings.length ? next : best,
  );
}

/** Fields of the first record; quotes may hold delimiters, line ends and doubled quotes. */
function firstRecord(text: string, delimiter: string, quote: string): string[] {
  const fields: string[] = [];
  let field = "";
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quoted) {
      if (character !== quote) field += character;
      else if (text.charAt(index + 1) === quote) {
        field += quote;
        index += 1;
      } else quoted = false;
    } else if (character === quote) quoted = true;
    else if (character === "\n" || character === "\r") break;
    else if (character === delimiter) {
      fields.push(field);
      field = "";
    } else field += character;
  }
  return [...fields, field];
}
