import { html } from "npm:htl";
import { textField } from "../draft/fields.js";
import { leverGroup } from "../draft/leverGroup.js";
import type { NamedAccount } from "./accounts.js";
import { guardrailLevers } from "./guardrailLevers.js";
import { entryOf, writer } from "./lever.js";
import { marketLevers } from "./marketLevers.js";
import { moveLevers } from "./moveLevers.js";
import { payLevers } from "./payLevers.js";
import type { Planner } from "./store.js";
import { targetLevers } from "./targetLevers.js";
import { workforceLevers } from "./workforceLevers.js";

/** A lever for everything that a scenario may say, but for quotas settled one by one. */
export function levers(planner: Planner, accounts: readonly NamedAccount[]): HTMLElement {
  const groups = [
    targetLevers(planner),
    guardrailLevers(planner),
    workforceLevers(planner),
    moveLevers(planner, accounts),
    marketLevers(planner),
    payLevers(planner),
    noteLever(planner),
  ];
  planner.subscribe(() => {
    for (const group of groups) group.follow();
  });
  return html`<form class="planner-levers" onsubmit=${(event: Event) => event.preventDefault()}>${groups.map(
    ({ element }) => element,
  )}</form>`;
}

const noteLever = (planner: Planner) =>
  leverGroup("Note", [
    textField({
      label: "What it is for",
      read: () => entryOf(planner).note,
      write: (note) => writer(planner)({ note }),
    }),
  ]);
