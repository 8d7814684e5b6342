import { describe, expect, test } from "vitest";
import { changedValue, withValue } from "../../reports/components/planner/payChanges.ts";
import { parametersOf } from "../../reports/components/planner/payParameters.ts";
import { targetPlan } from "../scenario/pay/base.ts";

const plan = { name: "Target", written: targetPlan, parts: [], companyCentsIn: 1 };
const parameter = (label: string) => {
  const found = parametersOf(plan).find((one) => one.label === label);
  if (!found) throw new Error(`no parameter: ${label}`);
  return found;
};

describe("numbers of a plan in a scenario", () => {
  const [share, times, cap] = [
    parameter("Share of them that varies"),
    parameter("Tier 2, times the base rate"),
    parameter("Cap on attainment"),
  ];

  test("show what the plan says", () => {
    expect([times.usual, cap.usual]).toEqual([2, null]);
    expect(changedValue({}, "Target", times)).toBeUndefined();
  });

  test("write a list as a whole, and a map key by key", () => {
    const changes = withValue(withValue({}, plan, times, 3), plan, cap, 2);
    expect(changes).toEqual({
      Target: {
        components: {
          Deals: {
            rate: {
              tiers: [
                { from: 0, times: 1 },
                { from: 1, times: 3 },
              ],
            },
            caps: { attainment: 2 },
          },
        },
      },
    });
    expect([changedValue(changes, "Target", times), changedValue(changes, "Target", cap)]).toEqual([
      3, 2,
    ]);
  });

  test("leave nothing behind when they are taken out, and nothing else touched", () => {
    const changes = withValue({}, plan, times, 3);
    expect(withValue(changes, plan, times, undefined)).toEqual({});
    const both = withValue(changes, plan, share, 0.7);
    expect(withValue(both, plan, times, 2)).toEqual({ Target: { variable_share: 0.7 } });
    expect(withValue({ Other: { pays: "year" } }, plan, share, 0.7)).toEqual({
      Other: { pays: "year" },
      Target: { variable_share: 0.7 },
    });
  });
});
