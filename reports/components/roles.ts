import { html } from "npm:htl";
import { uncapital } from "../src/narrative/initial.js";
import { choice } from "./choice.js";
import type { Score } from "./scores.js";

/** A role that reps can be narrowed to, and what its reps are called. */
export interface Role {
  readonly role: string;
  readonly label: string;
}

const everyRole = "";

/**
 * A list of roles, the most frequent chosen; nothing to choose where not reps are compared or no
 * role is on file.
 */
export function roleChoice(entityType: string, roles: readonly Role[]): HTMLElement {
  if (entityType !== "rep" || roles.length === 0) {
    return Object.assign(html`<span hidden></span>`, { value: everyRole });
  }
  const options = roles.map(({ role, label }) => ({ value: role, label }));
  return choice("Role", [{ value: everyRole, label: "All roles" }, ...options], roles[0]?.role);
}

/** Whether a score is of the role, or no role is asked for. */
export const inRole = (score: Score, role: string): boolean =>
  role === everyRole || score.role === role;

/** What those of a role are called in a sentence: `account executives`, or `reps`. */
export function peersName(roles: readonly Role[], role: string | null): string {
  const named = roles.find((known) => known.role === role);
  return named === undefined ? "reps" : uncapital(named.label);
}
