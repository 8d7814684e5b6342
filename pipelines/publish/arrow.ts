import { Dictionary, Float64, Int32, Utf8, vectorFromArray } from "apache-arrow";

/**
 * Words that repeat. The id of the dictionary is fixed for each column of a file: the library
 * would number dictionaries over the life of the process.
 */
export const words = (values: readonly (string | null)[], id: number) =>
  vectorFromArray([...values], new Dictionary(new Utf8(), new Int32(), id));

export const texts = (values: readonly (string | null)[]) =>
  vectorFromArray([...values], new Utf8());

export const numbers = (values: readonly (number | null)[]) =>
  vectorFromArray([...values], new Float64());

export const wholeNumbers = (values: readonly (number | null)[]) =>
  vectorFromArray([...values], new Int32());
