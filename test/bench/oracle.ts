import fc from "fast-check";
import { isAgreed, isTableAgreed } from "../compensation/oracle/agreement.ts";
import { anyCase } from "../compensation/oracle/any-ledger.ts";
import { anyPlan } from "../compensation/oracle/any-plan.ts";
import { anyTableCase } from "../compensation/oracle/any-table.ts";

// npm run bench:oracle [-- count [seed]]: whether the engine pays random plans and ledgers to the cent
// as the oracle does, which reckons them from the definitions

const [count = "100000", from = "1"] = process.argv.slice(2);
const chunk = 2000;
const started = performance.now();
const ledgers = fc.property(anyCase(anyPlan), isAgreed);
const tables = fc.property(anyTableCase, isTableAgreed);

let agreed = 0;
for (let seed = Number(from); agreed < Number(count); seed++) {
  const numRuns = Math.min(chunk, Number(count) - agreed);
  check("ledger", fc.check(ledgers, { numRuns, seed }));
  check("table of credits", fc.check(tables, { numRuns: Math.ceil(numRuns / 10), seed }));
  agreed += numRuns;
  const seconds = (performance.now() - started) / 1000;
  console.log(`${agreed.toLocaleString("en")} agree in ${seconds.toFixed(0)} s`);
}
console.log(
  `holds  ${agreed.toLocaleString("en")} random plans and ledgers, and a tenth as many tables, agree to the cent`,
);

/** Ends with the first that isn't agreed on, shrunk. */
function check<Drawn>(what: string, result: fc.RunDetails<Drawn>): void {
  const { failed, seed, counterexamplePath, counterexample, errorInstance } = result;
  if (!failed) return;
  console.log(`FAILS  ${what}: seed ${seed}, path ${counterexamplePath}`);
  console.log(JSON.stringify(counterexample, null, 2));
  if (errorInstance) console.log(errorInstance);
  process.exit(1);
}
