const delimiters = [",", ";", "\t", "|"] as const;

/** The first record of a CSV text and the delimiter that separates most of its fields. */
export function readHeadings(head: string): { headings: string[]; delimiter: string } {
  const candidates = delimiters.map((delimiter) => ({
    delimiter,
    headings: firstRecord(head, delimiter),
  }));
  return candidates.reduce((best, next) =>
    next.headings.length > best.headings.length ? next : best,
  );
}

/** Fields of the first record; quotes may hold delimiters, line ends and doubled quotes. */
function firstRecord(text: string, delimiter: string): string[] {
  const fields: string[] = [];
  let field = "";
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quoted) {
      if (character !== '"') field += character;
      else if (text.charAt(index + 1) === '"') {
        field += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "\n" || character === "\r") break;
    else if (character === delimiter) {
      fields.push(field);
      field = "";
    } else field += character;
  }
  return [...fields, field];
}
