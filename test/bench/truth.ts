import { calibrationChapter } from "./truth/calibration.ts";
import { evidenceOf } from "./truth/companies.ts";
import type { Evidence } from "./truth/company/evidence.ts";
import { coverageChapter } from "./truth/coverage.ts";
import { errorChapter } from "./truth/errors.ts";
import { plantedChapter } from "./truth/planted.ts";
import { quotaChapter } from "./truth/quotas.ts";
import { formatVerdict } from "./truth/verdicts.ts";

// npm run bench:truth [-- companies [first seed]]: forecasts and quotas of simulated companies beside what came

const [count = 20, first = 1] = process.argv.slice(2).map(Number);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(first)) {
  throw new Error("companies and the first seed are whole numbers");
}

const evidence: Evidence[] = [];
for (let seed = first; seed < first + count; seed++) {
  const company = await evidenceOf(seed);
  evidence.push(company);
  process.stderr.write(`company ${evidence.length} of ${count}: ${company.seconds} s\n`);
}
const chapters = [
  errorChapter,
  coverageChapter,
  calibrationChapter,
  plantedChapter,
  quotaChapter,
].map((chapter) => chapter(evidence));
console.log(chapters.map(({ lines }) => lines.join("\n")).join("\n\n"));
const verdicts = chapters.flatMap((chapter) => chapter.verdicts);
console.log(`\n${verdicts.map(formatVerdict).join("\n")}`);
if (verdicts.some(({ holds }) => !holds)) process.exitCode = 1;
