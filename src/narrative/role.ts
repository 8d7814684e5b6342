/** What one of a role is called and what many: `account executive`, `account executives`. */
export function roleWords(role: string | null): readonly [string, string] {
  const one = role === null ? "rep" : role.replaceAll("_", " ");
  return [one, `${one}s`];
}

/** A role as a list names it: `Account executives`. */
export function roleHeading(role: string): string {
  const [, many] = roleWords(role);
  return many.replace(/^./, (letter) => letter.toUpperCase());
}
