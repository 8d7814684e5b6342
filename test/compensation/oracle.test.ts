import fc from "fast-check";
import { expect, test } from "vitest";
import { byEngine, byOracle, isTableAgreed } from "./oracle/agreement.ts";
import { anyCase } from "./oracle/any-ledger.ts";
import { anyPlan } from "./oracle/any-plan.ts";
import { anyTableCase } from "./oracle/any-table.ts";

// the oracle knows the definitions and nothing of the engine; npm run bench:oracle compares many more

test("random plans pay on random ledgers, to the cent, what the definitions say", () => {
  fc.assert(
    fc.property(anyCase(anyPlan), (one) => {
      expect(byEngine(one)).toEqual(byOracle(one));
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test("random tables of credits are shared and converted to the cent as the definitions say", () => {
  fc.assert(fc.property(anyTableCase, isTableAgreed), { numRuns: 500, seed: 1 });
});
