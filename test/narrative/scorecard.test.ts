import { describe, expect, test } from "vitest";
import { goalsWithin, type NoteFacts, scoreNote } from "../../src/narrative/scorecard.ts";

const metric: NoteFacts["metric"] = {
  null_rule: "Absent when no deal was decided.",
  needs: "an export of deals",
  is_of_today: false,
  has_figures: true,
  grains: ["quarter", "month", "year"],
  is_parted: false,
  is_of_cohort: false,
};
const chosen: NoteFacts["chosen"] = {
  period: "quarter",
  period_start: "2026-02-01",
  period_end: "2026-04-30",
  is_complete: true,
  is_current: false,
  is_cut_off: false,
};
const known = { value: 4, status: "ok" };
const note = (changes: Partial<NoteFacts>) =>
  scoreNote({
    metric,
    cell: known,
    chosen,
    as_of: "2026-07-03",
    min_cell: 5,
    count_parts: 0,
    has_parts: true,
    ...changes,
  });

describe("the note beside a figure", () => {
  const cell = { value: 4, status: "partial" };

  test("says why a figure isn't the last word: running, cut off by the data, undecided", () => {
    expect(note({ cell, chosen: { ...chosen, is_complete: false } })).toBe("So far.");
    expect(note({ cell, chosen: { ...chosen, is_cut_off: true } })).toBe(
      "Incomplete: the data begin in this period.",
    );
    expect(note({ cell, metric: { ...metric, is_of_cohort: true } })).toBe(
      "Can still change: not all of what began then is decided.",
    );
    expect(note({ cell })).toBe("Incomplete: its records begin later.");
    expect(note({})).toBe("");
  });

  test("names the day of what stands on one", () => {
    const level = { metric: { ...metric, is_of_today: true } };
    const current = { ...level, chosen: { ...chosen, is_current: true } };
    expect(note(current)).toBe("As of 3 Jul 2026.");
    expect(note({ ...current, cell })).toMatch(/^As of 3 Jul 2026; looks back beyond/);
    expect(note(level)).toBe("As of 30 Apr 2026.");
    expect(note({ ...level, cell: undefined })).toMatch(/^Known for 3 Jul 2026 and,/);
  });

  test("leads to parts where there are some, and says where none are shown", () => {
    const none = { metric: { ...metric, is_parted: true }, cell: undefined };
    expect(note({ ...none, count_parts: 3 })).toBe("Told by its parts: open its name.");
    expect(note({ ...none, has_parts: false })).toBe(
      "Its parts aren’t shown for reps, months or older periods.",
    );
    expect(note(none)).toBe(metric.null_rule);
  });

  test("says by which periods a KPI is told, where this is none of them", () => {
    const told = (...grains: readonly string[]) =>
      note({ metric: { ...metric, grains }, cell: undefined });
    expect(told("year")).toBe("Told by fiscal year only.");
    expect(told("year", "month")).toBe("Told by fiscal month and year only.");
    expect(told("quarter")).toBe(metric.null_rule);
  });

  test("says what is missing", () => {
    expect(note({ cell: { value: null, status: "too_few" } })).toBe("Too few: under 5.");
    expect(note({ cell: undefined, metric: { ...metric, has_figures: false } })).toBe(
      "Absent: needs an export of deals.",
    );
  });
});

describe("the goals beside a figure", () => {
  const goal = (goal_id: string, start_date: string, due_date: string, name = "win_rate") => ({
    goal_id,
    metric: name,
    start_date,
    due_date,
  });
  const found = (...goals: readonly ReturnType<typeof goal>[]) =>
    goalsWithin(goals, "win_rate", chosen).map(({ goal_id }) => goal_id);

  test("are those under way in the period, both days included", () => {
    expect(
      found(
        goal("later", "2026-05-01", "2027-01-31"),
        goal("last day", "2026-04-30", "2027-01-31"),
        goal("first day", "2025-02-01", "2026-02-01"),
        goal("before", "2025-02-01", "2026-01-31"),
        goal("other KPI", "2026-02-01", "2026-04-30", "bookings"),
      ),
    ).toEqual(["first day", "last day"]);
  });

  test("are all of a KPI, the one due first before the others", () => {
    const year = goal("year", "2026-02-01", "2027-01-31");
    const half = goal("half", "2026-02-01", "2026-07-31");
    expect(found(year, half)).toEqual(["half", "year"]);
  });
});
