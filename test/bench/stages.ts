import { formatCompany, formatTargets } from "./figures.ts";
import { type CompanyMeasures, measureCompany } from "./measure.ts";

// npm run bench [-- opportunities …]: how long each stage takes, beside the engine's own load

const sizes = process.argv.slice(2).map(Number);
const wrong = sizes.find((size) => !Number.isInteger(size) || size <= 0);
if (wrong !== undefined) throw new Error("sizes are whole numbers of opportunities");

const companies: CompanyMeasures[] = [];
for (const size of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
  const measured = await measureCompany(size);
  companies.push(measured);
  console.log(formatCompany(measured));
}
const verdict = formatTargets(companies);
console.log(verdict);
if (verdict.includes("FAILS")) process.exitCode = 1;
