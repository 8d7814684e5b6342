import { InputError, type InputPlace } from "../../errors.ts";

/** Where a part of a plan file stands: its file and line. */
export type PlaceOf = (path: readonly PropertyKey[]) => InputPlace;

/** A mistake at a part of a plan file. */
export interface Mistake {
  readonly path: readonly PropertyKey[];
  readonly what: string;
  readonly remedy: string;
}

export const mistakenAt = (placeOf: PlaceOf, { path, what, remedy }: Mistake): InputError =>
  new InputError(what, { ...placeOf(path), remedy });

/** The mistakes of a part, as those of what holds it. */
export const under = (path: readonly PropertyKey[], mistakes: readonly Mistake[]): Mistake[] =>
  mistakes.map((mistake) => ({ ...mistake, path: [...path, ...mistake.path] }));
