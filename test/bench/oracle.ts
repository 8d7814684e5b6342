import fc from "fast-check";
import { isAgreed } from "../compensation/oracle/agreement.ts";
import { anyCase } from "../compensation/oracle/any-ledger.ts";
import { anyPlan } from "../compensation/oracle/any-plan.ts";

// npm run bench:oracle [-- count [seed]]: whether the engine pays random plans and ledgers to the cent
// as the oracle does, which reckons them from the definitions

const [count = "100000", from = "1"] = process.argv.slice(2);
const chunk = 2000;
const started = performance.now();
const property = fc.property(anyCase(anyPlan), isAgreed);

let agreed = 0;
for (let seed = Number(from); agreed < Number(count); seed++) {
  const result = fc.check(property, { numRuns: Math.min(chunk, Number(count) - agreed), seed });
  if (result.failed) {
    const { counterexamplePath, counterexample, errorInstance } = result;
    console.log(`FAILS  seed ${seed}, path ${counterexamplePath}`);
    console.log(JSON.stringify(counterexample?.[0], null, 2));
    if (errorInstance) console.log(errorInstance);
    process.exit(1);
  }
  agreed += result.numRuns;
  const seconds = (performance.now() - started) / 1000;
  console.log(`${agreed.toLocaleString("en")} agree in ${seconds.toFixed(0)} s`);
}
console.log(`holds  ${agreed.toLocaleString("en")} random plans and ledgers agree to the cent`);
