import { dateText } from "../days.ts";
import { yearLabel } from "../fiscal.ts";
import type { QuotaOptions } from "../targets.ts";
import type { Seat } from "../teams.ts";

/** By role, whose first year it is: ids of people who are under a plan of their own. */
export type Starters = Readonly<Record<Seat["role"], readonly string[]>>;

/** A fiscal year that pay plans are for: rates were raised from the last one to the running one. */
export interface PlanYear {
  readonly options: QuotaOptions;
  readonly year: number;
  readonly isRunning: boolean;
  readonly starters: Starters;
}

/** What a plan's file says before its components. */
export interface PlanHead {
  /** What it comes to, in a sentence or two; without a year. */
  readonly about: readonly string[];
  readonly title: string;
  readonly covers: readonly string[];
  readonly pays: "month" | "quarter";
  /** Whether people are added within the year, so that it wasn't agreed on any one day. */
  readonly isGrowing?: boolean;
  /** Further keys of the plan, such as a draw. */
  readonly terms?: readonly string[];
}

/** The first lines of a plan's file, down to where its components begin. */
export function planHead({ options: { fiscal }, year }: PlanYear, head: PlanHead): string {
  const from = fiscal.yearStart(year);
  const { isGrowing = false, terms = [] } = head;
  return [
    ...head.about.map((line) => `# ${line}`),
    `plan: ${head.title} ${yearLabel(year)}`,
    `covers: { ${head.covers.join(", ")} }`,
    `effective_from: ${dateText(from)}`,
    `effective_until: ${dateText(fiscal.yearStart(year + 1) - 1)}`,
    ...(isGrowing ? [] : [`recorded_on: ${dateText(from - 6)}`]),
    `pays: ${head.pays}`,
    ...terms,
    "",
    "components:",
  ].join("\n");
}

/** A role that carries quotas, but for those whose first year it is. */
export function coveredRole(role: Seat["role"], { starters }: PlanYear): string[] {
  const except = starters[role];
  return [`roles: [${role}]`, ...(except.length === 0 ? [] : [`except: [${except.join(", ")}]`])];
}
