import { expect, test } from "vitest";
import { parted, whole } from "../../src/scenario/private-part.ts";
import type { ScenarioEntry } from "../../src/scenario/schema.ts";

const entry: ScenarioEntry = {
  growth: 0.1,
  guardrails: { most_change: 0.3, most_to_earnings: 6 },
  pay: { Vice: { on_target_earnings: 431_234 } },
};

test("what a scenario says of pay is kept apart from what is published, and makes it whole again", () => {
  const { shown, kept } = parted(entry);
  expect(shown).toEqual({ growth: 0.1, guardrails: { most_change: 0.3 } });
  expect(kept).toEqual({ guardrails: { most_to_earnings: 6 }, pay: entry.pay });
  expect(whole(shown, kept)).toEqual(entry);
});

test("a scenario that says nothing of pay is shown as it is", () => {
  const plain = { growth: 0.1, guardrails: { most_change: null } };
  expect(parted(plain)).toEqual({ shown: plain, kept: {} });
  expect(parted({ guardrails: { least_to_earnings: 2 } }).shown).toEqual({});
});
