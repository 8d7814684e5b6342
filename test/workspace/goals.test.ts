import { describe, expect, test } from "vitest";
import { formatInputError, InputErrors } from "../../src/errors.ts";
import type { GoalNames } from "../../src/workspace/goal-names.ts";
import { parseGoals } from "../../src/workspace/goals.ts";

const figures = ["company", "region", "team", "rep"];
const names: GoalNames = {
  metrics: [
    { name: "bookings", unit: "money", better: "up", entityTypes: figures, span: "months" },
    { name: "win_rate", unit: "ratio", better: "up", entityTypes: figures, span: "any" },
    { name: "sales_cycle_days", unit: "days", better: "down", entityTypes: figures, span: "any" },
    {
      name: "loss_share",
      unit: "ratio",
      better: "down",
      entityTypes: figures,
      span: "any",
      partedBy: "reason, competitor and stage",
    },
    { name: "quota_attainment", unit: "ratio", better: "up", entityTypes: ["rep"], span: "period" },
  ],
  entities: [
    { type: "company", id: "Acme", name: "Acme" },
    { type: "region", id: "East", name: "East" },
    { type: "team", id: "East", name: "East" },
    { type: "team", id: "North", name: "North" },
    { type: "rep", id: "P1", name: "Ann Lee" },
    { type: "rep", id: "P2", name: "Bo Lee" },
    { type: "rep", id: "P3", name: "Bo Lee" },
  ],
  people: [
    { id: "P1", name: "Ann Lee" },
    { id: "P2", name: "Bo Lee" },
  ],
  currencyDigits: 2,
  calendar: { startMonth: 2 },
};

const whole = `- id: win-rate-up
  metric: win_rate
  entity: North
  baseline: 0.24
  target: 0.28
  start: 2026-02-01
  due: 2027-01-31
  owner: P1
  milestones:
    - { due: 2026-07-31, value: 0.26 }
`;

const read = (text: string, asOf = "2026-07-03") => parseGoals(text, "goals.yaml", names, asOf);

/** What is said of a goals file, each mistake as its reader sees it. */
function mistakes(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof InputErrors)) throw error;
    return error.errors.map(formatInputError);
  }
  return [];
}

/** The whole goal with one of its lines written otherwise, or left out. */
function changed(line: string, into = ""): string {
  expect(whole).toContain(line);
  return whole.replace(into === "" ? `  ${line}\n` : line, into);
}

const told = (message: string, line: number, remedy: string) =>
  `${message}\n  in goals.yaml, line ${line}\n  ${remedy}`;

describe("a goal", () => {
  test("is read whole", () => {
    expect(read(whole)).toEqual([
      {
        id: "win-rate-up",
        line: 1,
        metric: "win_rate",
        entityType: "team",
        entityId: "North",
        baseline: 0.24,
        target: 0.28,
        isMaintained: false,
        start: "2026-02-01",
        due: "2027-01-31",
        owner: "P1",
        parent: null,
        note: null,
        recordedOn: null,
        milestones: [{ due: "2026-07-31", value: 0.26 }],
      },
    ]);
  });

  test("on money is written in whole currency units and read in minor ones", () => {
    const text = changed("metric: win_rate", "metric: bookings")
      .replace("0.24", "1000.5")
      .replace("0.28", "2000")
      .replace("0.26", "800");
    expect(read(text)[0]).toMatchObject({ baseline: 100_050, target: 200_000 });
    expect(read(text)[0]?.milestones).toEqual([{ due: "2026-07-31", value: 80_000 }]);
  });

  test("names an entity by its id or its name, the type where two bear it", () => {
    const entityOf = (text: string) => read(text)[0]?.entityId;
    expect(entityOf(changed("entity: North", "entity: Ann Lee"))).toBe("P1");
    const region = changed("entity: North", "entity: East\n  entity_type: region");
    expect(read(region)[0]).toMatchObject({ entityType: "region", entityId: "East" });
  });

  test("of an empty file is none", () => {
    expect(read("# nothing yet\n")).toEqual([]);
  });

  test("recorded after the as-of is neither read nor complained about", () => {
    const later = "- { id: x, metric: nonsense, recorded_on: 2026-08-01 }\n";
    expect(read(whole + later).map(({ id }) => id)).toEqual(["win-rate-up"]);
    const child = whole.replace("owner: P1", "owner: P1\n  parent: x");
    expect(read(child + later)[0]?.parent).toBeNull();
  });

  test.each(["31.12.2025", "soon"])("recorded on %s, which is no date, is refused", (text) => {
    const said = mistakes(changed("owner: P1", `owner: P1\n  recorded_on: ${text}`));
    expect(said).toEqual([expect.stringContaining("in goals.yaml, line 9")]);
  });
});

describe("a goal is refused with what it lacks", () => {
  const isnt = (aspect: string) => `goal isn't ${aspect}: "win-rate-up"`;
  test.each([
    ["metric: win_rate", isnt("specific"), "Add metric, the KPI that shall move."],
    ["entity: North", isnt("specific"), "Add entity, whose KPI it is."],
    ["baseline: 0.24", isnt("measurable"), "Add baseline, where the KPI stood."],
    ["target: 0.28", isnt("measurable"), "Add target, where it shall be."],
    ["start: 2026-02-01", isnt("time-bound"), "Add start, the first day."],
    ["due: 2027-01-31", isnt("time-bound"), "Add due, the last day."],
    ["owner: P1", isnt("owned"), "Add owner, the person_id of who answers for it."],
  ])("without %s", (line, message, remedy) => {
    expect(mistakes(changed(line))).toEqual([told(message, 1, remedy)]);
  });

  test("without an id", () => {
    const remedy = "Add id, a name of its own.";
    const text = whole.replace("id: win-rate-up\n  metric", "metric");
    expect(mistakes(text)).toEqual([told("goal isn't specific: without id", 1, remedy)]);
  });

  test("two keys of one kind together, of two kinds apart", () => {
    const text = changed("start: 2026-02-01").replace("  due: 2027-01-31\n", "");
    const remedy = "Add start, the first day; and due, the last day.";
    expect(mistakes(text)).toEqual([told(isnt("time-bound"), 1, remedy)]);
    expect(mistakes(text.replace("  target: 0.28\n", ""))).toHaveLength(2);
  });

  test.each([
    ["target: 0.28", "target: 28 %", 5, "measurable", "Write target as a number."],
    [
      "target: 0.28",
      "target: 28",
      5,
      "measurable",
      "Write 28 % as the fraction 0.28: win_rate is a ratio.",
    ],
    [
      "due: 2027-01-31",
      "due: 2027-02-30",
      7,
      "time-bound",
      "Write due as a date, written as YYYY-MM-DD.",
    ],
    ["due: 2027-01-31", "due:", 7, "time-bound", "Write due as a date, written as YYYY-MM-DD."],
    [
      "due: 2027-01-31",
      "due: 2026-02-01",
      7,
      "time-bound",
      "It starts on 2026-02-01 and is due on 2026-02-01: let it start before it is due.",
    ],
    [
      "due: 2026-07-31,",
      "due: 2026-01-31,",
      9,
      "time-bound",
      "A milestone is due on 2026-01-31: let milestones follow each other after 2026-02-01, up to 2027-01-31.",
    ],
    [
      "due: 2026-07-31,",
      "due: 2027-02-01,",
      9,
      "time-bound",
      "A milestone is due on 2027-02-01: let milestones follow each other after 2026-02-01, up to 2027-01-31.",
    ],
    [
      "target: 0.28",
      "target: 0.24",
      5,
      "measurable",
      "The better win_rate is the higher one, and 0.24 isn't higher than the baseline 0.24: mend them, or add maintain: true to hold the target.",
    ],
  ])("with %s as %s", (line, into, at, aspect, remedy) => {
    expect(mistakes(changed(line, into))).toContain(told(isnt(aspect), at, remedy));
  });

  test("when a metric that is better low is to rise, and not when it is to be held", () => {
    const days = changed("metric: win_rate", "metric: sales_cycle_days");
    expect(mistakes(days)[0]).toContain("The better sales_cycle_days is the lower one");
    expect(mistakes(days.replace("owner: P1", "owner: P1\n  maintain: true"))).toEqual([]);
  });

  test("when what is counted by month covers half a month", () => {
    const text = changed("metric: win_rate", "metric: bookings")
      .replace("2026-02-01", "2026-02-10")
      .replace("2027-01-31", "2027-01-30");
    const start = "bookings is counted by month: start on 2026-02-01 or 2026-03-01.";
    const due = "bookings is counted by month: make it due on 2026-12-31 or 2027-01-31.";
    expect(mistakes(text)).toEqual([
      told(isnt("time-bound"), 6, start),
      told(isnt("time-bound"), 7, due),
    ]);
  });

  test("when a share of a plan covers no fiscal period", () => {
    const share = changed("metric: win_rate", "metric: quota_attainment").replace("North", "P1");
    expect(mistakes(share)).toEqual([]); // February to January is this company's fiscal year
    const remedy =
      "quota_attainment is held against the plan of a fiscal period: let it run from 2026-02-01 to 2026-04-30 or 2026-02-01 to 2027-01-31.";
    const months = share.replace("2027-01-31", "2026-12-31");
    expect(mistakes(months)).toEqual([told(isnt("time-bound"), 6, remedy)]);
  });

  test("when its metric isn't reported for such an entity", () => {
    const text = changed("metric: win_rate", "metric: quota_attainment");
    expect(mistakes(text)).toEqual([
      told(isnt("specific"), 3, "quota_attainment is reported for rep, not for a team."),
    ]);
  });

  test("when its metric has no one figure, but those of its parts", () => {
    const remedy =
      "loss_share is told by reason, competitor and stage, with no one figure to follow: set the goal on a KPI that has one, such as win_rate.";
    const text = changed("metric: win_rate", "metric: loss_share").replace("0.24", "0.4");
    expect(mistakes(text)).toEqual([told(isnt("specific"), 2, remedy)]);
  });
});

describe("a name that nobody bears is told with the nearest one", () => {
  test.each([
    [
      "metric: win_rate",
      "metric: winrate",
      'unknown metric: "winrate"',
      2,
      'Did you mean "win_rate"?',
    ],
    ["entity: North", "entity: Norht", 'unknown entity: "Norht"', 3, 'Did you mean "North"?'],
    [
      "entity: North",
      "entity: Zanzibar",
      'unknown entity: "Zanzibar"',
      3,
      "Name the company, or a region, team, rep by its id or name.",
    ],
    [
      "entity: North",
      "entity: North\n  entity_type: teams",
      'unknown entity type: "teams"',
      4,
      'Did you mean "team"?',
    ],
    ["owner: P1", "owner: P11", 'unknown owner: "P11"', 8, 'Did you mean "P1"?'],
    [
      "owner: P1",
      "owner: Ann Lee",
      'unknown owner: "Ann Lee"',
      8,
      "Name Ann Lee by person_id: P1.",
    ],
    [
      "owner: P1",
      "owner: P1\n  parent: win-rate-upp",
      'unknown parent: "win-rate-upp"',
      9,
      'Did you mean "win-rate-up"?',
    ],
    ["owner: P1", "owner: P1\n  onwer: P2", "unknown key: onwer", 9, 'Did you mean "owner"?'],
    ["value: 0.26", "vlaue: 0.26", "unknown key: vlaue", 10, 'Did you mean "value"?'],
    [
      "entity: North",
      "entity: East",
      'ambiguous entity: "East"',
      3,
      "Add entity_type: region or team.",
    ],
    [
      "entity: North",
      "entity: Bo Lee",
      'ambiguous entity: "Bo Lee"',
      3,
      "Name it by its id: P2 or P3.",
    ],
  ])("%s → %s", (line, into, message, at, remedy) => {
    expect(mistakes(changed(line, into))).toContain(told(message, at, remedy));
  });
});

describe("a file of goals", () => {
  const other = (id: string, parent: string) =>
    whole.replace("win-rate-up", id).replace("owner: P1", `owner: P1\n  parent: ${parent}`);

  test("without a list is told how to begin one", () => {
    expect(mistakes("id: win-rate-up\n")).toEqual([
      "invalid goals file: no list\n  in goals.yaml\n  Write each goal as an item of a list: - id: win-rate-up",
    ]);
  });

  test("tells every mistake at once, in the order of its lines", () => {
    const text = changed("owner: P1", "owner: P9").replace("  target: 0.28\n", "");
    const second = whole.replace("win-rate-up", "b").replace("win_rate", "winrate");
    expect(mistakes(second + text).map((text) => text.split("\n")[0])).toEqual([
      'unknown metric: "winrate"',
      'goal isn\'t measurable: "win-rate-up"',
    ]);
  });

  test("gives each goal an id of its own", () => {
    expect(mistakes(whole + whole)).toEqual([
      told(
        'duplicate goal: "win-rate-up"',
        11,
        "Line 1 has it too: give each goal an id of its own.",
      ),
    ]);
  });

  test("has no goals in a circle", () => {
    const remedy = "Take the parent away from the goal that stands highest.";
    expect(mistakes(other("a", "b") + other("b", "a"))).toEqual([
      told('goals in a circle: "a" → "b" → "a"', 9, remedy),
    ]);
    expect(mistakes(other("a", "a"))).toEqual([told('goals in a circle: "a" → "a"', 9, remedy)]);
    // what hangs below a circle isn't in it
    expect(mistakes(other("a", "b") + other("b", "a") + other("c", "a"))).toHaveLength(1);
  });
});
