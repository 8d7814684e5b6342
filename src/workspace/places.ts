import { type Document, isScalar, type LineCounter } from "yaml";
import type { InputPlace } from "../errors.ts";

export interface YamlText {
  readonly file: string;
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/**
 * Where values of a YAML file stand: the line and column of a value's first character, or of one of
 * its characters, however the value is quoted or folded over lines.
 */
export function placesIn({ file, text, document, lines }: YamlText) {
  return (path: readonly PropertyKey[], offset = 0): InputPlace => {
    const node = document.getIn(path, true);
    if (!isScalar(node) || !node.range) return { file };
    const [begins] = node.range;
    const isBlock = node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL";
    const first = isBlock ? text.indexOf("\n", begins) + 1 : begins;
    const { line, col } = lines.linePos(sourceOffset(text, first, String(node.value), offset));
    return { file, line, column: String(col) };
  };
}

/** Follows a value through its text, in which quotes, escapes and line breaks come between. */
function sourceOffset(text: string, first: number, value: string, offset: number): number {
  let place = first - 1;
  for (const letter of value.slice(0, offset + 1)) {
    if (/\s/.test(letter)) continue;
    const next = text.indexOf(letter, place + 1);
    if (next >= 0) place = next;
  }
  return Math.max(first, offset < value.length ? place : place + 1);
}
