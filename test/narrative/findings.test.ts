import { expect, test } from "vitest";
import { findingWords } from "../../src/narrative/findings.ts";
import { checkKinds } from "../../src/workspace/checks.ts";

test("every kind of finding says what was done and how to mend it, and no other", () => {
  const kinds = checkKinds.map(({ finding }) => finding);
  expect(Object.keys(findingWords).toSorted()).toEqual(kinds.toSorted());
  for (const { done, remedy } of Object.values(findingWords)) {
    expect(`${done} ${remedy}`).toMatch(/^[A-Z][^.]*.*\. [A-Z].*\.$/);
  }
});
