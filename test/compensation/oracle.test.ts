import fc from "fast-check";
import { expect, test } from "vitest";
import { byEngine, byOracle } from "./oracle/agreement.ts";
import { anyCase } from "./oracle/any-ledger.ts";
import { anyPlan } from "./oracle/any-plan.ts";

test("the engine pays to the cent what the definitions say", () => {
  fc.assert(
    fc.property(anyCase(anyPlan), (one) => {
      expect(byEngine(one)).toEqual(byOracle(one));
    }),
    { numRuns: 2000 },
  );
});
