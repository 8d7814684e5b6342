import { type Field, numberField, type SelectOption, selectField } from "../draft/fields.js";
import { type LeverGroup, leverGroup } from "../draft/leverGroup.js";
import { entryOf, writer } from "./lever.js";
import type { Planner } from "./store.js";

const kinds = ["target", "growth", "share_at_quota"] as const;
type Kind = (typeof kinds)[number];

const kindOptions: readonly SelectOption[] = [
  { value: "", label: "As the plan" },
  { value: "target", label: "An amount" },
  { value: "growth", label: "Growth on this year" },
  { value: "share_at_quota", label: "A share of reps at quota" },
];

/** What quotas sum to: an amount, growth on this year's forecast, or a share of reps at quota. */
export function targetLevers(planner: Planner): LeverGroup {
  const fields = [kindField(planner), ...kinds.map((kind) => amountField(planner, kind))];
  return leverGroup("Target", [...fields, ...overAssignment(planner)], { isOpen: true });
}

const none = { target: undefined, growth: undefined, share_at_quota: undefined };

const saidIn = (planner: Planner): Kind | undefined =>
  kinds.find((kind) => entryOf(planner)[kind] !== undefined);

/** What each way to say a target begins with: as the plan is. */
function firstOf(planner: Planner, kind: Kind): number {
  const { base } = planner;
  if (kind === "growth") return base.growth;
  if (kind === "share_at_quota") return base.aim;
  return Math.round(planner.state().worked.plan.totals.company / 10 ** base.currencyDigits);
}

function kindField(planner: Planner): Field {
  const write = (value: string | undefined) => {
    const kind = kinds.find((one) => one === value);
    writer(planner)({ ...none, ...(kind ? { [kind]: firstOf(planner, kind) } : {}) });
  };
  return selectField({ label: "Target", read: () => saidIn(planner), write }, kindOptions);
}

const bounds = {
  target: { label: "Company’s target", min: 1, max: 1e13 },
  growth: {
    label: "Growth on this year’s forecast",
    min: -0.99,
    max: 5,
    slider: [-0.5, 1],
  },
  share_at_quota: { label: "Reps expected at quota", min: 0, max: 1, slider: [0.05, 0.95] },
} as const;

/** Shown while the target is said in this way. */
function amountField(planner: Planner, kind: Kind): Field {
  const { element, show } = numberField({
    ...bounds[kind],
    unit: kind === "target" ? planner.base.currency : "%",
    read: () => entryOf(planner)[kind],
    write: (value, options) =>
      writer(planner)({ ...none, [kind]: value ?? firstOf(planner, kind) }, options),
  });
  const showKind = () => {
    element.hidden = saidIn(planner) !== kind;
    show();
  };
  showKind();
  return { element, show: showKind };
}

const levels = ["region", "team", "rep"] as const;

const overAssignment = (planner: Planner): Field[] =>
  levels.map((level) =>
    numberField({
      label: `Over-assignment of ${level}s`,
      unit: "%",
      min: -0.99,
      max: 1,
      slider: [-0.2, 0.4],
      usual: () => planner.base.overAssignment[level],
      read: () => entryOf(planner).over_assignment?.[level],
      write: (value, options) => {
        const { [level]: _, ...others } = entryOf(planner).over_assignment ?? {};
        const own = value === undefined ? {} : { [level]: value };
        writer(planner)({ over_assignment: { ...others, ...own } }, options);
      },
    }),
  );
