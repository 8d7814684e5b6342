import { expect } from "vitest";
import type { InputErrorOptions } from "../src/errors.ts";

/** Matches an InputError of that message, and of the place and remedy where they are given. */
export function inputError(message: string, expected: Partial<InputErrorOptions> = {}): unknown {
  const { remedy, ...place } = expected;
  return expect.objectContaining({
    name: "InputError",
    message,
    ...(Object.keys(place).length === 0 ? {} : { place }),
    ...(remedy === undefined ? {} : { remedy }),
  });
}
