import { html } from "npm:htl";
import type { ScenarioEntry } from "../../src/scenario/schema.js";
import type { NamedAccount } from "./accounts.js";
import { entryOf, type LeverGroup, leverGroup, writer } from "./lever.js";
import { choiceCell, listField } from "./listLever.js";
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
  const byId = new Map(accounts.map((account) => [account.accountId, account]));
  const field = listField<Move>({
    what: "move",
    read: () => entryOf(planner).territory_moves ?? [],
    write: (moves) => writer(planner)({ territory_moves: [...moves] }),
    first: () => {
      const [account, person] = [accounts[0], people[0]];
      return account && person ? { account: account.accountId, to: person.value } : null;
    },
    columns: [
      {
        label: "Account",
        cell: (move, put) =>
          accountCell(byId.get(move.account), accounts, (account) => put({ ...move, account })),
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

/** An account by name; what is typed offers those that begin or go on like it. */
function accountCell(
  current: NamedAccount | undefined,
  accounts: readonly NamedAccount[],
  write: (accountId: string) => void,
): HTMLElement {
  const list = html`<datalist id=${nextId()}></datalist>`;
  const typed = html`<input type="text" list=${list.id} value=${current?.name ?? ""}
    oninput=${() => offer()} onfocus=${() => offer()} onchange=${() => commit()}>` as HTMLInputElement;
  const matching = () => {
    const text = typed.value.trim().toLowerCase();
    return accounts.filter(({ name }) => name.toLowerCase().includes(text)).slice(0, offered);
  };
  function offer(): void {
    list.replaceChildren(...matching().map(({ name }) => html`<option value=${name}></option>`));
  }
  function commit(): void {
    const found = accounts.find(({ name }) => name === typed.value.trim()) ?? matching()[0];
    if (found) write(found.accountId);
    else typed.value = current?.name ?? "";
  }
  return html`<span class="entry">${typed}${list}</span>`;
}

let lists = 0;

function nextId(): string {
  lists += 1;
  return `accounts-${lists}`;
}
