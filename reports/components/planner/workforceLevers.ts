import type { ScenarioEntry } from "../../src/scenario/schema.js";
import { numberField } from "../draft/fields.js";
import { type LeverGroup, leverGroup } from "../draft/leverGroup.js";
import { choiceCell, listField, numberCell } from "../draft/listLever.js";
import { entryOf, writer } from "./lever.js";
import { firstMonth, monthOptions } from "./months.js";
import { personOptions, roleOptions, teamOptions } from "./options.js";
import { rampFields } from "./rampFields.js";
import type { Planner } from "./store.js";

type Hire = NonNullable<ScenarioEntry["hires"]>[number];
type Leaver = NonNullable<ScenarioEntry["leavers"]>[number];

/** Who is hired, who leaves, and how fast new reps get going. */
export function workforceLevers(planner: Planner): LeverGroup {
  return leverGroup("People", [
    hireField(planner),
    leaverField(planner),
    attritionField(planner),
    ...rampFields(planner),
  ]);
}

function hireField(planner: Planner) {
  const { base } = planner;
  const write = writer(planner);
  const [teams, roles, months] = [teamOptions(base), roleOptions(base), monthOptions(base)];
  return listField<Hire>({
    what: "hire",
    read: () => entryOf(planner).hires ?? [],
    write: (hires) => write({ hires: [...hires] }),
    first: () => {
      const [team, role] = [teams[0]?.value, roles[0]?.value];
      if (team === undefined || role === undefined) return null;
      return { month: firstMonth(base), team, role, count: 1 };
    },
    columns: [
      {
        label: "From",
        cell: (hire, put) => choiceCell(hire.month, months, (month) => put({ ...hire, month })),
      },
      {
        label: "Team",
        cell: (hire, put) => choiceCell(hire.team, teams, (team) => put({ ...hire, team })),
      },
      {
        label: "Role",
        cell: (hire, put) => choiceCell(hire.role, roles, (role) => put({ ...hire, role })),
      },
      {
        label: "How many",
        cell: (hire, put) =>
          numberCell(hire.count, { unit: "", min: 1, max: 1000 }, (count) =>
            put({ ...hire, count: Math.round(count) }),
          ),
      },
    ],
  });
}

function leaverField(planner: Planner) {
  const { base } = planner;
  const write = writer(planner);
  const [people, months] = [personOptions(base), monthOptions(base)];
  return listField<Leaver>({
    what: "leaver",
    read: () => entryOf(planner).leavers ?? [],
    write: (leavers) => write({ leavers: [...leavers] }),
    first: () => {
      const [person] = people;
      return person ? { person: person.value, month: firstMonth(base) } : null;
    },
    columns: [
      {
        label: "Rep",
        cell: (leaver, put) =>
          choiceCell(leaver.person, people, (person) => put({ ...leaver, person })),
      },
      {
        label: "From",
        cell: (leaver, put) =>
          choiceCell(leaver.month, months, (month) => put({ ...leaver, month })),
      },
    ],
  });
}

const attritionField = (planner: Planner) =>
  numberField({
    label: "Others who leave within the year",
    unit: "%",
    min: 0,
    max: 1,
    slider: [0, 0.5],
    usual: () => 0,
    read: () => entryOf(planner).attrition,
    write: (value, options) => writer(planner)({ attrition: value }, options),
  });
