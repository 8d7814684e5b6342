import type { Account } from "./accounts.ts";

/** An account's own domain; numbered, since companies of one name are many. */
export const domainOf = ({ name, index }: Account): string =>
  `${plain(name).slice(0, 24)}${index + 1}.example`;

const plain = (name: string) =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll("ł", "l")
    .replaceAll(/[^a-z]/g, "");
