import Fraction from "fraction.js";

/**
 * Terms of a plan, people and credits as JSON text that loses nothing: exact numbers are written as
 * `{"exact":"3/2"}`, maps as lists of entries. Safe inside an element of an HTML page.
 */
export function exactText(value: object): string {
  const text = JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Fraction) return { exact: part.toFraction() };
    if (part instanceof Map) return { entries: [...part] };
    return part;
  });
  return text.replaceAll("<", "\\u003c");
}

/** Reads what `exactText` wrote; the shape is the writer's to know. */
export const readExactText = <Value>(text: string): Value =>
  JSON.parse(text, (_, part: unknown) => revived(part)) as Value;

function revived(part: unknown): unknown {
  if (typeof part !== "object" || part === null) return part;
  if ("exact" in part && typeof part.exact === "string") return new Fraction(part.exact);
  if ("entries" in part && Array.isArray(part.entries)) return new Map(part.entries);
  return part;
}
