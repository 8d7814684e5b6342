import { problemOf } from "../draft/problem.js";
import type { Draft } from "./draft.js";
import type { Known } from "./known.js";
import { draftInAddress } from "./link.js";
import { type Modeller, openModeller } from "./store.js";

/** A draft of a published plan or a template as it stands. */
export function draftFrom(
  { plans, templates }: Known,
  kind: "plan" | "template",
  name: string,
): Draft {
  const found = (kind === "plan" ? plans : templates).find((one) => one.name === name);
  return {
    name: name.toLowerCase().replaceAll(/[^a-z0-9_-]+/g, "_"),
    origin: { kind, name },
    text: found?.text ?? "",
    setting: {},
  };
}

/** The modeller at the draft that the address holds, else at the first plan or template; and what is wrong with the address. */
export function modellerAt(known: Known): {
  readonly modeller: Modeller;
  readonly problem: string | null;
} {
  const [plan, template] = [known.plans[0], known.templates[0]];
  const first = plan
    ? draftFrom(known, "plan", plan.name)
    : draftFrom(known, "template", template?.name ?? "");
  try {
    return { modeller: openModeller(known, draftInAddress() ?? first), problem: null };
  } catch (error) {
    return { modeller: openModeller(known, first), problem: problemOf(error) };
  }
}
