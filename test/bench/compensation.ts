import type { Credit } from "../../src/compensation/credit/credit.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { uniformStream } from "../../src/statistics/random.ts";
import { creditOf, onePlan } from "../compensation/plan.ts";

// npm run bench:compensation: what a processor spends on pricing a million credits on plans of one
// component, and in how much memory

const limits = { seconds: 20, megabytes: 2048 } as const;
const [credits, reps] = [1_000_000, 1000];

const tiers = "tiers: [{from: 0, rate: 0.05}, {from: 0.8, rate: 0.08}, {from: 1, rate: 0.12}]";
const plans = {
  flat: "quota: none, rate: 0.075",
  "marginal, year to date": `quota: 6000000, rate: {rule: marginal, ${tiers}}`,
  "multiples of target pay": `quota: 6000000, target_pay: 90000, rate: {rule: marginal, tiers: [{from: 0, times: 1}, {from: 1, times: 1.5}]}`,
  slab: `quota: 6000000, rate: {rule: slab, ${tiers}}`,
  "marginal by month, capped": `quota: 500000, period: month, rate: {rule: marginal, ${tiers}}, caps: {period: 60000, line: 5000}`,
} as const;

const [only] = process.argv.slice(2);
const table = creditsOf();
let failed = false;
for (const [name, component] of Object.entries(plans)) {
  if (only === undefined || name.startsWith(only)) measure(name, component);
}
const peak = process.resourceUsage().maxRSS / 1024;
verdict(
  peak < limits.megabytes,
  `peak of memory ${peak.toFixed(0)} MB (limit ${limits.megabytes})`,
);
if (failed) process.exitCode = 1;

function creditsOf(): Credit[] {
  const random = uniformStream(1);
  return Array.from({ length: credits }, (_, at) => {
    const day = Math.floor(random() * 28) + 1;
    const month = Math.floor(random() * 12) + 1;
    return creditOf(Math.round(random() ** 2 * 2_000_000), {
      repId: `p-${at % reps}`,
      date: `2026-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
      opportunityId: `006${at}`,
    });
  });
}

function measure(name: string, component: string): void {
  const spent = process.cpuUsage();
  const { lines } = pricePlan({ plan: onePlan(component), credits: table });
  const { user, system } = process.cpuUsage(spent);
  const seconds = (user + system) / 1e6;
  const text = `${name}: ${credits.toLocaleString("en")} credits, ${lines.length.toLocaleString("en")} lines`;
  verdict(
    seconds < limits.seconds,
    `${text} in ${seconds.toFixed(1)} s of a processor (limit ${limits.seconds} s)`,
  );
}

function verdict(holds: boolean, text: string): void {
  failed ||= !holds;
  console.log(`${holds ? "holds" : "FAILS"}  ${text}`);
}
