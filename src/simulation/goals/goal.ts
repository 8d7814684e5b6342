import { dateText } from "../days.ts";
import type { QuotaOptions } from "../targets.ts";

/** A goal as `plans/goals.yaml` holds it. */
export interface Goal {
  readonly id: string;
  readonly metric: string;
  readonly entity: string;
  readonly entity_type: "company" | "region" | "team" | "rep";
  readonly baseline: number;
  readonly target: number;
  readonly maintain?: true;
  readonly start: string;
  readonly due: string;
  readonly owner: string;
  readonly parent?: string | undefined;
  readonly recorded_on: string;
  readonly note?: string;
  readonly milestones?: readonly { readonly due: string; readonly value: number }[];
}

/** The dates of a fiscal year's goals: they are recorded with its quotas. */
export function yearDates({ fiscal }: Pick<QuotaOptions, "fiscal">, year: number) {
  const start = fiscal.yearStart(year);
  return {
    start: dateText(start),
    due: dateText(fiscal.yearStart(year + 1) - 1),
    recorded_on: dateText(start - 6),
  };
}
