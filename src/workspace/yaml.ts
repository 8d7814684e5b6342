import {
  type Alias,
  type Document,
  isMap,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from "yaml";
import { InputError, InputErrors, type InputPlace } from "../errors.ts";
import { placesIn } from "./places.ts";

/** A path into a file's values: keys of maps and places in lists. */
export type Path = readonly PropertyKey[];

/** A YAML file as read: its plain value, and where each part of it stands. */
export interface YamlFile {
  readonly value: unknown;
  /** The file, with the line of a key or of a list's item, else of what should hold it. */
  placeOf(path: Path): InputPlace;
  /** The file, with line and column of a value's first character, or of another one of it. */
  characterAt(path: Path, offset?: number): InputPlace;
}

/**
 * Reads the text of a YAML file.
 *
 * @param file its path, for messages
 * @throws InputErrors when it is no YAML, or names an anchor that it hasn't
 */
export function readYaml(text: string, file: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    throw new InputErrors(
      document.errors.map(
        (error) =>
          new InputError(`unreadable YAML: ${withoutPlace(error.message)}`, {
            file,
            line: lineAt(error.pos[0]),
            remedy:
              error.code === "DUPLICATE_KEY"
                ? "Keep one of the two."
                : "Mend the YAML at that line.",
          }),
      ),
    );
  }
  const placeOf = (path: Path): InputPlace => {
    const start = offsetOf(document, path);
    if (start !== undefined) return { file, line: lineAt(start) };
    return path.length === 0 ? { file } : placeOf(path.slice(0, -1));
  };
  const unset = unsetAliases(document).map(
    ({ source, range }) =>
      new InputError(`unknown alias: *${source}`, {
        file,
        line: lineAt(range?.[0] ?? 0),
        remedy: "Put quotes around it, where the asterisk is part of the text.",
      }),
  );
  if (unset.length > 0) throw new InputErrors(unset);
  const characterAt = placesIn({ file, text, document, lines });
  return { value: document.toJS(), placeOf, characterAt };
}

/** The library's message without the place that it ends in, which the error tells itself. */
const withoutPlace = (message: string) =>
  message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "");

/** What points to an anchor that isn't set before it: often text that begins with an asterisk. */
function unsetAliases(document: Document): Alias[] {
  const unset: Alias[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined) unset.push(alias);
    },
  });
  return unset;
}

/** Where a key stands, or an item of a list: the value of a key may begin lines below it. */
function offsetOf(document: Document, path: Path): number | undefined {
  const holder = document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap<Scalar>(holder))
    return holder.items.find(({ key }) => key.value === last)?.key.range?.[0];
  return isSeq<Node>(holder) ? holder.items[Number(last)]?.range?.[0] : undefined;
}
