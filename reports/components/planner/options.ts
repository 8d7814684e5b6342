import type { PlanBase } from "../../src/scenario/base.js";
import type { SelectOption } from "../draft/fields.js";

const byLabel = (a: SelectOption, b: SelectOption) => a.label.localeCompare(b.label, "en");

/** Reps of the plan, by name. */
export const personOptions = ({ year, names }: PlanBase): SelectOption[] =>
  year.sellers.map(({ repId }) => ({ value: repId, label: names[repId] ?? repId })).sort(byLabel);

export const teamOptions = ({ year }: PlanBase): SelectOption[] =>
  [...new Set(year.sellers.map(({ teamId }) => teamId))]
    .map((value) => ({ value, label: value }))
    .sort(byLabel);

export const roleOptions = ({ newcomers }: PlanBase): SelectOption[] =>
  newcomers.map(({ role }) => ({ value: role, label: role.replaceAll("_", " ") })).sort(byLabel);
