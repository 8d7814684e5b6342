import { numberField, selectField } from "./fields.js";
import { entryOf, type LeverGroup, leverGroup, writer } from "./lever.js";
import type { Planner } from "./store.js";

const kinds = [
  { value: "", label: "As the plan" },
  { value: "target", label: "An amount" },
  { value: "growth", label: "Growth on this year" },
  { value: "share_at_quota", label: "A share of reps at quota" },
] as const;

type Kind = Exclude<(typeof kinds)[number]["value"], "">;

/** What quotas sum to: an amount, growth on this year's forecast, or a share of reps at quota. */
export function targetLevers(planner: Planner): LeverGroup {
  const write = writer(planner);
  const { base } = planner;
  const none = { target: undefined, growth: undefined, share_at_quota: undefined };
  const said = (): Kind | undefined =>
    (["target", "growth", "share_at_quota"] as const).find(
      (key) => entryOf(planner)[key] !== undefined,
    );
  const major = (cents: number) => Math.round(cents / 10 ** base.currencyDigits);
  const first: Readonly<Record<Kind, () => number>> = {
    target: () => major(planner.state().plan.totals.company),
    growth: () => base.growth,
    share_at_quota: () => base.aim,
  };
  const kind = selectField(
    {
      label: "Target",
      read: said,
      write: (value) =>
        write({ ...none, ...(value === undefined ? {} : { [value]: first[value as Kind]() }) }),
    },
    () => kinds,
  );
  const amountOf = (key: Kind, label: string, unit: string, bounds: object) => {
    const field = numberField({
      label,
      unit,
      step: 1,
      hasSlider: unit === "%",
      read: () => entryOf(planner)[key],
      write: (value, options) => write({ ...none, [key]: value ?? first[key]() }, options),
      ...bounds,
    });
    return { ...field, key };
  };
  const amounts = [
    amountOf("target", "Company’s target", base.currency, { min: 1 }),
    amountOf("growth", "Growth on this year’s forecast", "%", { min: -0.5, max: 1 }),
    amountOf("share_at_quota", "Reps expected at quota", "%", { min: 0.05, max: 0.95 }),
  ];
  const shown = amounts.map(({ element, show, key }) => ({
    element,
    show: () => {
      element.hidden = said() !== key;
      show();
    },
  }));
  for (const field of shown) field.show();
  return leverGroup("Target", [kind, ...shown, ...overAssignment(planner)], { isOpen: true });
}

const levels = ["region", "team", "rep"] as const;

function overAssignment(planner: Planner) {
  const write = writer(planner);
  return levels.map((level) =>
    numberField({
      label: `Over-assignment of ${level}s`,
      unit: "%",
      step: 1,
      min: -0.2,
      max: 0.4,
      hasSlider: true,
      usual: () => planner.base.overAssignment[level],
      read: () => entryOf(planner).over_assignment?.[level],
      write: (value, options) => {
        const { [level]: _, ...others } = entryOf(planner).over_assignment ?? {};
        const own = value === undefined ? {} : { [level]: value };
        write({ over_assignment: { ...others, ...own } }, options);
      },
    }),
  );
}
