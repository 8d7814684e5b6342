import { expect, test } from "vitest";
import { uncapital } from "../../src/narrative/initial.ts";

test.each([
  ["Win rate", "win rate"],
  ["Over-assignment", "over-assignment"],
  ["Rep’s pipeline in EMEA", "rep’s pipeline in EMEA"],
  ["ACV per rep", "ACV per rep"],
  ["SDRs", "SDRs"],
  ["SaaS revenue", "SaaS revenue"],
  ["B2B wins", "B2B wins"],
  ["eNPS", "eNPS"],
  ["80 % range held", "80 % range held"],
])("%s reads %s within a sentence", (label, words) => expect(uncapital(label)).toBe(words));
