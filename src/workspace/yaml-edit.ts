import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import type { Path } from "./yaml.ts";

const layout = { lineWidth: 100, flowCollectionPadding: true } as const;

/** A value as the text of a YAML file: what is small stands on a line. */
export function yamlText(value: unknown): string {
  const document = parseDocument("{}");
  document.contents = nodeOf(document, value) as typeof document.contents;
  return document.toString(layout);
}

/**
 * The text of a YAML file with one value changed, added or, where it is undefined, taken out. Comments
 * stay; so does every other letter where one plain value takes another's place.
 *
 * @param text readable YAML
 */
export function withValue(text: string, path: Path, value: unknown): string {
  const document = parseDocument(text);
  const before = document.getIn(path, true);
  if (isScalar(before) && before.range && isPlain(value)) {
    const [from, to] = before.range;
    return text.slice(0, from) + JSON.stringify(value) + text.slice(to);
  }
  if (value === undefined) takeOut(document, path);
  else document.setIn(path, nodeOf(document, value));
  return document.toString(layout);
}

/** The text with an item put into a list before the one at a place, or after the last. */
export function withItem(text: string, list: Path, place: number, value: unknown): string {
  const document = parseDocument(text);
  const holder = document.getIn(list, true);
  if (isSeq<Node>(holder)) holder.items.splice(place, 0, nodeOf(document, value));
  else document.setIn(list, nodeOf(document, [value]));
  return document.toString(layout);
}

/** Whether a plain value stands there, and no map or list. */
export const isPlainAt = (text: string, path: Path): boolean =>
  isScalar(parseDocument(text).getIn(path, true));

const isPlain = (value: unknown) => typeof value === "number" || typeof value === "boolean";

/** What is left empty by it goes, too. */
function takeOut(document: Document, path: Path): void {
  document.deleteIn(path);
  const holder = path.slice(0, -1);
  const left = document.getIn(holder, true);
  if (holder.length > 0 && isMap(left) && left.items.length === 0) document.deleteIn(holder);
}

function nodeOf(document: Document, value: unknown) {
  const node = document.createNode(value);
  visit(node, (_, part) => {
    if (isCollection(part)) part.flow = isSmall(part.toJS(document));
  });
  return node;
}

/** Holds plain values alone, or lists of them. */
const isSmall = (value: unknown): boolean =>
  Object.values(value as object).every(
    (part) => !isObject(part) || (Array.isArray(part) && !part.some(isObject)),
  );

const isObject = (value: unknown) => typeof value === "object" && value !== null;
