import { type Feed, type Layout, plainNotation } from "./feed.ts";

/** What exporters put behind a name: a date, a number, a part. */
const tail = /(?:[-_ .]*\(\d+\)|[-_ .]+(?:part[-_ ]?)?\d[\d\-_ .:]*(?:am|pm)?)$/i;

/**
 * The feed that takes a file: by its own name, else by a name without the exporter's date or
 * number, else by the pattern that says most of it.
 *
 * @param name the file's name without its ending
 */
export function feedFor({ feeds }: Layout, name: string): Feed | undefined {
  const loose = feeds.filter(({ notation }) => (notation ?? plainNotation).names === "loose");
  return (
    feeds.find(({ file }) => file === name) ??
    loose.find((feed) => plainNames(feed).includes(key(name))) ??
    loose.find((feed) => plainNames(feed).includes(key(name.replace(tail, "")))) ??
    byPattern(loose, key(name.replace(tail, "")))
  );
}

const key = (name: string) => name.toLowerCase().replaceAll(/[-_\s]/g, "");

const plainNames = ({ file, names = [] }: Feed) =>
  [file, ...names.filter((name) => !name.includes("*"))].map(key);

function byPattern(feeds: readonly Feed[], name: string): Feed | undefined {
  const matches = feeds.flatMap((feed) =>
    (feed.names ?? [])
      .filter((pattern) => pattern.includes("*") && matchesPattern(key(pattern), name))
      .map((pattern) => ({ feed, said: pattern.length })),
  );
  return matches.sort((a, b) => b.said - a.said)[0]?.feed;
}

/** Whether a text has the form of a pattern in which `*` stands for any text. */
export function matchesPattern(pattern: string, text: string): boolean {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(text);
}
