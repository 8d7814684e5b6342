import { capital } from "./initial.ts";

/** What one of a role is called and what many: `account executive`, `account executives`. */
export function roleWords(role: string | null): readonly [string, string] {
  const one = role === null ? "rep" : role.replaceAll("_", " ");
  return [one, `${one}s`];
}

/** A role as a list names it: `Account executives`. */
export function roleHeading(role: string): string {
  const [, many] = roleWords(role);
  return capital(many);
}

/** The role of one rep as a table shows it: `Account executive`; blank where none is on file. */
export const roleLabel = (role: string | null): string =>
  role === null ? "" : capital(roleWords(role)[0]);
