import { html } from "npm:htl";
import type { ScenarioEntry } from "../../src/scenario/schema.js";
import { grouped } from "../../src/statistics/grouped.js";
import { type LeverGroup, leverGroup } from "../draft/leverGroup.js";
import { choiceCell, listField } from "../draft/listLever.js";
import type { NamedAccount } from "./accounts.js";
import { entryOf, writer } from "./lever.js";
import { monthOptions } from "./months.js";
import { personOptions } from "./options.js";
import type { Planner } from "./store.js";

type Move = NonNullable<ScenarioEntry["territory_moves"]>[number];

/** Accounts that are offered while one is typed. */
const offered = 20;

/** Accounts that change hands. */
export function moveLevers(planner: Planner, accounts: readonly NamedAccount[]): LeverGroup {
  const { base } = planner;
  const people = personOptions(base);
  const months = [{ value: "", label: "the first month" }, ...monthOptions(base)];
  const labels = labelled(accounts);
  const field = listField<Move>({
    what: "move",
    read: () => entryOf(planner).territory_moves ?? [],
    write: (moves) => writer(planner)({ territory_moves: [...moves] }),
    first: () => {
      const moved = new Set((entryOf(planner).territory_moves ?? []).map(({ account }) => account));
      const account = accounts.find(({ accountId }) => !moved.has(accountId));
      const person = people.find(({ value }) => value !== account?.repId);
      return account && person ? { account: account.accountId, to: person.value } : null;
    },
    columns: [
      {
        label: "Account",
        cell: (move, put) =>
          accountCell(move.account, labels, (account) => put({ ...move, account })),
      },
      {
        label: "To",
        cell: (move, put) => choiceCell(move.to, people, (to) => put({ ...move, to })),
      },
      {
        label: "From",
        cell: ({ month, ...move }, put) =>
          choiceCell(month ?? "", months, (next) =>
            put(next === "" ? move : { ...move, month: next }),
          ),
      },
    ],
  });
  return leverGroup("Accounts that change hands", [field], {
    note: "Each takes along its part of what its rep’s accounts are worth. A search for moves is further down.",
  });
}

/** Accounts by what they are called; those of one name with their id. */
function labelled(accounts: readonly NamedAccount[]): Map<string, string> {
  const counts = grouped(accounts, ({ name }) => name);
  return new Map(
    accounts.map(({ accountId, name }) => [
      (counts.get(name)?.length ?? 0) > 1 ? `${name} (${accountId})` : name,
      accountId,
    ]),
  );
}

/** An account by name; what is typed offers those that begin or go on like it, and only a whole name counts. */
function accountCell(
  current: string,
  labels: ReadonlyMap<string, string>,
  write: (accountId: string) => void,
): HTMLElement {
  const shown = [...labels].find(([, id]) => id === current)?.[0] ?? current;
  const list = html`<datalist id=${nextId()}></datalist>`;
  const typed = html`<input type="text" list=${list.id} value=${shown}
    oninput=${() => offer()} onfocus=${() => offer()} onchange=${() => commit()}>` as HTMLInputElement;
  function offer(): void {
    const text = typed.value.trim().toLowerCase();
    const like = [...labels.keys()].filter((label) => label.toLowerCase().includes(text));
    list.replaceChildren(
      ...like.slice(0, offered).map((label) => html`<option value=${label}></option>`),
    );
  }
  function commit(): void {
    const found = labels.get(typed.value.trim());
    if (found === undefined) typed.value = shown;
    else write(found);
  }
  return html`<span class="entry">${typed}${list}</span>`;
}

let lists = 0;

function nextId(): string {
  lists += 1;
  return `accounts-${lists}`;
}
