import { formatCount, formatMoney, formatPlural, formatRate } from "../../src/format.ts";
import type { PlanBase } from "../../src/scenario/base.ts";
import type { Change, PlanDiff } from "../../src/scenario/diff.ts";
import type { PayOf } from "../../src/scenario/pay/cost.ts";
import type { Plan } from "../../src/scenario/plan.ts";
import type { Answer } from "../answer.ts";

/** What a plan comes to, in a few lines. */
export function planWords({
  plan,
  base,
  pay,
  unpaid,
}: {
  readonly plan: Plan;
  readonly base: PlanBase;
  readonly pay: readonly PayOf[] | null;
  readonly unpaid: readonly string[];
}): string {
  const money = (cents: number) => `${base.currency} ${formatMoney(cents, base.currencyDigits)}`;
  const [company] = plan.groups;
  const aimed =
    plan.aimed === null
      ? `${formatRate(plan.aim)} of reps at quota can't be reached within the guardrails`
      : `${formatRate(plan.aim)} of reps at quota: quotas of ${money(plan.aimed)} in all`;
  const lines = [
    `${plan.label}: target ${money(plan.totals.company)}, quotas of ${formatCount(plan.reps.length)} reps ${money(plan.totals.rep)}`,
    `expected bookings ${money(company?.expected ?? 0)}; odds of the target ${formatRate(company?.odds ?? 0)}`,
    `each rep's odds ${formatRate(plan.odds)}; expected share at quota ${formatRate(plan.shareAtQuota)}`,
    aimed,
    ...payWords(pay, money),
    ...unpaidWords(unpaid, base),
  ];
  return `${lines.join("\n")}\n`;
}

function payWords(pay: readonly PayOf[] | null, money: (cents: number) => string): string[] {
  const company = pay?.find(({ level }) => level === "company");
  if (!company) return [];
  const { expected, lower, upper, people } = company;
  return [
    `variable pay of ${formatPlural(people, "person", "people")} ${money(expected)}, four times in five between ${money(lower)} and ${money(upper)}`,
  ];
}

const unpaidWords = (unpaid: readonly string[], { names }: PlanBase): string[] =>
  unpaid.length === 0
    ? []
    : [
        `under no compensation plan, and not counted: ${unpaid.map((repId) => names[repId] ?? repId).join(", ")}`,
      ];

/** Every change as a row of a table, exact. */
export function diffRows({ changes }: PlanDiff): Answer {
  const values = ["quota_cents", "expected_cents", "odds", "share_at_quota", "pay_cents"];
  return {
    columns: ["level", "id", ...values.flatMap((name) => [`${name}_from`, `${name}_to`])],
    rows: changes.map(({ level, id, quota, expected, odds, shareAtQuota, pay }) => [
      level,
      id,
      ...[quota, expected, odds, shareAtQuota, pay].flatMap((change) => [
        change?.from ?? null,
        change?.to ?? null,
      ]),
    ]),
  };
}

/** The changes as people read them: levels, reps whose quota changes, and the plan as a whole. */
export function diffWords(diff: PlanDiff, { currencyDigits, names }: PlanBase): Answer {
  const money = (cents: number) => formatMoney(cents, currencyDigits);
  const rows = diff.changes
    .filter(({ level, quota, pay }) => level !== "rep" || isChange(quota) || isChange(pay))
    .map(({ level, id, quota, expected, odds, shareAtQuota, pay }) => [
      level,
      level === "rep" ? (names[id] ?? id) : id,
      told(quota, money),
      told(expected, money),
      told(odds, formatRate),
      shareAtQuota === null ? null : told(shareAtQuota, formatRate),
      pay === null ? null : told(pay, money),
    ]);
  return {
    columns: ["level", "name", "quota", "expected", "odds", "at quota", "pay"],
    rows: [
      ...rows,
      ["plan", "capacity of the year", null, told(diff.capacity, money), null, null, null],
      ["plan", "unevenness of quotas", told(diff.unevenness, decimals), null, null, null, null],
      [
        "plan",
        "widest gap between groups",
        null,
        null,
        told(diff.widestGap, formatRate),
        null,
        null,
      ],
    ],
  };
}

const isChange = (change: Change | null) => change !== null && change.from !== change.to;

const decimals = (value: number) => value.toFixed(3);

function told({ from, to }: Change, format: (value: number) => string): string {
  const [before, after] = [from, to].map((value) => (value === null ? "none" : format(value)));
  return before === after ? `${before}` : `${before} → ${after}`;
}
