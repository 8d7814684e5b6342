import { parse } from "yaml";
import {
  type ComponentEntry,
  type PlanEntry,
  planSchema,
  spelledOut,
} from "../../src/compensation/plan/schema.ts";
import { yamlText } from "../../src/workspace/yaml-edit.ts";

/** What may be told of a plan without telling anybody's pay. */
export interface PlanShape {
  /** As a plan file: rates are told relative to target pay, which it leaves out. */
  readonly text: string;
  /** What it leaves out, in words. */
  readonly leftOut: readonly string[];
}

type Written = Readonly<Record<string, unknown>>;

/** Keys of a plan, and of a component, that say nothing of money or of single people. */
const ofPlan = ["plan", "effective_from", "effective_until", "fiscal_year_starts", "pays"];
const ofComponent = [
  ...["name", "measure", "credit", "where", "less_share_of_amount", "target_share", "period"],
  ...["prorate", "rate", "threshold", "gates", "multipliers", "weights", "pool"],
];

/**
 * A plan file without money: no on-target earnings, quotas, rates of money, caps in money, budgets,
 * draws, names of people or comments. Components that say no more than such things are left out.
 *
 * @param text of a plan that was read without a mistake
 * @returns null where nothing is left
 */
export function planShape(text: string): PlanShape | null {
  const written = spelledOut(parse(text)) as Written;
  const entry = planSchema.parse(written);
  const told = entry.components.filter(isTold);
  const names = told.map(({ name }) => name);
  if (!told.some(({ target_share, target_pay }) => target_share ?? target_pay)) return null;
  const all = written.components as readonly Written[];
  const components = told.map((component) =>
    componentShape(component, all[entry.components.indexOf(component)] ?? {}, { names, told }),
  );
  const covers = picked(written.covers as Written | undefined, ["roles", "teams"]);
  const shape = {
    ...picked(written, ofPlan),
    ...(Object.keys(covers).length > 0 ? { covers } : {}),
    components,
  };
  const missing = leftOut(entry, names);
  const head = [
    "The shape of a plan: without target pay, quotas and amounts.",
    ...missing.map(asMissing),
  ];
  return { text: `# ${head.join("\n# ")}\n${yamlText(shape)}`, leftOut: missing };
}

const asMissing = (what: string) => `Left out: ${what}.`;

const picked = (part: Written | undefined, keys: readonly string[]): Written =>
  Object.fromEntries(keys.flatMap((key) => (part?.[key] === undefined ? [] : [[key, part[key]]])));

interface Told {
  readonly names: readonly string[];
  readonly told: readonly ComponentEntry[];
}

function componentShape(entry: ComponentEntry, written: Written, { names, told }: Told): Written {
  const { gates, multipliers, caps } = entry;
  return {
    ...picked(written, ofComponent),
    ...shareOf(entry, told),
    ...(gates.length > 0
      ? { gates: gates.filter(({ component }) => names.includes(component)) }
      : {}),
    ...(multipliers.length > 0
      ? { multipliers: multipliers.filter(({ by }) => names.includes(by)) }
      : {}),
    ...(caps.attainment === undefined ? {} : { caps: { attainment: caps.attainment } }),
  };
}

/** Target pay in money as its share of what all such components pay. */
function shareOf(entry: ComponentEntry, told: readonly ComponentEntry[]): Written {
  if (entry.target_pay === undefined) return {};
  const sum = told.reduce((total, { target_pay }) => total + yearly(target_pay), 0);
  return { target_share: Number((yearly(entry.target_pay) / sum).toFixed(2)) };
}

const yearly = (pay: ComponentEntry["target_pay"]): number =>
  typeof pay === "number" ? pay : (pay?.at(-1)?.amount ?? 0);

/** Whether a component's rates are told relative to target pay, and nothing else of it is in money. */
function isTold({ rate, quota, where, weights, budget, rates_above_one }: ComponentEntry): boolean {
  const conditions = [where, ...weights.map((weight) => weight.where)];
  const isOfSize = conditions.some(
    (one) => one?.min_amount !== undefined || one?.max_amount !== undefined,
  );
  return (
    !isOfSize && budget === undefined && !rates_above_one && quota !== "none" && isRelative(rate)
  );
}

function isRelative(rate: ComponentEntry["rate"]): boolean {
  if (rate.rule === "curve") return true;
  if (rate.rule === "flat") return rate.exceptions.length === 0 && isOfTarget(rate);
  if ("bounds" in rate && rate.bounds === "amount") return false;
  if (rate.rule === "cliff") return isOfTarget(rate);
  return rate.base_rate === "target" && rate.tiers.every(({ times }) => times !== undefined);
}

/** A rate of 0 pays nothing, and tells nothing: others look at how far its component has come. */
const isOfTarget = ({ rate }: { readonly rate?: number | "target" | undefined }) =>
  rate === "target" || rate === 0;

function leftOut({ components, draw, caps }: PlanEntry, names: readonly string[]): string[] {
  const own = components.filter(({ name }) => !names.includes(name)).map(({ name }) => name);
  const isCapped = [caps, ...components.map((component) => component.caps)].some(
    (cap) => cap.period !== undefined || cap.year !== undefined || ("line" in cap && cap.line),
  );
  return [
    ...own.map((name) => `the component “${name}”`),
    ...(isCapped ? ["caps in money"] : []),
    ...(draw === undefined ? [] : ["the draw"]),
  ];
}
