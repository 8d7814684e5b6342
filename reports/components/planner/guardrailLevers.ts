import { earningsField } from "./earningsField.js";
import { numberField } from "./fields.js";
import { entryOf, type LeverGroup, leverGroup, writer } from "./lever.js";
import type { Planner } from "./store.js";

const rails = [
  { key: "least_change", usual: "leastChange", label: "Least change on last year", unit: "%" },
  { key: "most_change", usual: "mostChange", label: "Most change on last year", unit: "%" },
  { key: "least_to_earnings", usual: "leastToEarnings", label: "Quota at least", unit: "× OTE" },
  { key: "most_to_earnings", usual: "mostToEarnings", label: "Quota at most", unit: "× OTE" },
] as const;

/** What a quota may not leave, and what it is rounded to. */
export function guardrailLevers(planner: Planner): LeverGroup {
  const write = writer(planner);
  const fields = rails.map(({ key, usual, label, unit }) =>
    numberField({
      label,
      unit,
      step: unit === "%" ? 1 : 0.5,
      usual: () => planner.base.guardrails[usual],
      read: () => entryOf(planner).guardrails?.[key] ?? undefined,
      write: (value, options) => {
        const { [key]: _, ...others } = entryOf(planner).guardrails ?? {};
        const own = value === undefined ? {} : { [key]: value };
        write({ guardrails: { ...others, ...own } }, options);
      },
    }),
  );
  const rounding = numberField({
    label: "Quotas are multiples of",
    unit: planner.base.currency,
    step: 1,
    min: 1,
    usual: () => planner.base.unit / 10 ** planner.base.currencyDigits,
    read: () => entryOf(planner).round_to,
    write: (value, options) =>
      write(
        { round_to: value === undefined ? undefined : Math.max(1, Math.round(value)) },
        options,
      ),
  });
  return leverGroup("Guardrails", [...fields, earningsField(planner), rounding]);
}
