import type { Column } from "./column.ts";
import { exportObjects } from "./export-objects.ts";
import { ownObjects } from "./own-objects.ts";

/** Every object that an export or a file of the workspace may feed, with its canonical columns. */
export const objects = { ...exportObjects, ...ownObjects } as const;

export type ObjectName = keyof typeof objects;

/** The canonical columns of an object by name, in their order. */
export function columnsOf(object: ObjectName): Readonly<Record<string, Column>> {
  return objects[object];
}

/** The column by which an object's records are known: its first. */
export function keyOf(object: ObjectName): string {
  const [key = object] = Object.keys(columnsOf(object));
  return key;
}

/** Whether a word names an object that an export may feed. */
export function isObjectName(word: string): word is ObjectName {
  return Object.hasOwn(objects, word);
}
