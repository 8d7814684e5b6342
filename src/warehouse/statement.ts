import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** One SQL statement and the file it stands in, which errors name. */
export interface Statement {
  readonly file: string;
  readonly sql: string;
}

/**
 * What a `{{name}}` in a statement stands for: one identifier, or a list of them in one of the
 * forms that SQL has for lists of names.
 */
export type Identifier =
  | string
  /** Tables read as one, matched by column name. */
  | { readonly union: readonly string[] }
  /** `"a", "b"` */
  | { readonly columns: readonly string[] }
  /** `"a" varchar, "b" varchar`, the columns of a table of text. */
  | { readonly text: readonly string[] }
  /** `"a": 'VARCHAR'`, the columns of a CSV file. */
  | { readonly csv: readonly string[] }
  /** `"a" as "b"`, or what `"b"` is made of. */
  | { readonly renamed: readonly (readonly [from: ColumnSource, to: string])[] };

/** What a column of text is made of. */
export type ColumnSource =
  | string
  /** `coalesce(nullif(trim("a"::varchar), ''), …)`: the first that isn't blank. */
  | { readonly first: readonly string[] }
  /** `concat_ws(' ', …)`: those that aren't blank, with a blank between. */
  | { readonly joined: readonly string[] }
  /** `utc_text("a"::varchar)`: a moment whose writer left out that it is in UTC. */
  | { readonly utc: string }
  | { readonly constant: string }
  /** A list of texts, each with its labels, as JSON. */
  | {
      readonly gathered: readonly {
        readonly heading: string;
        readonly labels: Readonly<Record<string, string>>;
      }[];
    };

export type Identifiers = Readonly<Record<string, Identifier>>;

/** A name as SQL reads it, whatever characters it holds. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Reads a statement and puts quoted identifiers in the place of each `{{name}}`.
 *
 * @throws Error when the statement names an identifier that isn't given
 */
export function loadStatement(file: string | URL, identifiers: Identifiers = {}): Statement {
  const path = file instanceof URL ? fileURLToPath(file) : file;
  const sql = readFileSync(path, "utf8").replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const identifier = identifiers[name];
    if (identifier === undefined) throw new Error(`missing identifier: ${name} in ${path}`);
    return render(identifier);
  });
  return { file: `${basename(dirname(path))}/${basename(path)}`, sql };
}

function render(identifier: Identifier): string {
  if (typeof identifier === "string") return quoteIdentifier(identifier);
  if ("union" in identifier) {
    const selects = identifier.union.map((table) => `from ${quoteIdentifier(table)}`);
    return `(${selects.join(" union all by name ")})`;
  }
  if ("columns" in identifier) return identifier.columns.map(quoteIdentifier).join(", ");
  if ("text" in identifier)
    return identifier.text.map((c) => `${quoteIdentifier(c)} varchar`).join(", ");
  if ("csv" in identifier)
    return identifier.csv.map((c) => `${quoteIdentifier(c)}: 'VARCHAR'`).join(", ");
  return identifier.renamed
    .map(([from, to]) => `${renderSource(from)} as ${quoteIdentifier(to)}`)
    .join(", ");
}

function renderSource(from: ColumnSource): string {
  if (typeof from === "string") return quoteIdentifier(from);
  if ("first" in from) return `coalesce(${from.first.map(unlessBlank).join(", ")})`;
  if ("joined" in from) return `concat_ws(' ', ${from.joined.map(unlessBlank).join(", ")})`;
  if ("utc" in from) return `utc_text(${quoteIdentifier(from.utc)}::varchar)`;
  if ("constant" in from) return quoteText(from.constant);
  const items = from.gathered.map(({ heading, labels }) => {
    const told = Object.entries(labels).map(
      ([name, text]) => `${quoteText(name)}: ${quoteText(text)}`,
    );
    return `{ ${[...told, `'text': ${quoteIdentifier(heading)}::varchar`].join(", ")} }`;
  });
  return `to_json([${items.join(", ")}])::varchar`;
}

const unlessBlank = (name: string) => `nullif(trim(${quoteIdentifier(name)}::varchar), '')`;

const quoteText = (text: string) => `'${text.replaceAll("'", "''")}'`;
