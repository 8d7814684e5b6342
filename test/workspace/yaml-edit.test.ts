import { expect, test } from "vitest";
import { parse } from "yaml";
import { withItem, withValue, yamlText } from "../../src/workspace/yaml-edit.ts";

const text = `# a plan
plan: P      # its name
components:
  - name: Sales   # sold
    rate:
      tiers:
        - { from: 0, times: 1 }   # to quota
        - { from: 1, times: 1.5 } # beyond
    caps: { attainment: 2 }
`;

test("a plain value takes another's place, and every other letter stays", () => {
  expect(withValue(text, ["components", 0, "rate", "tiers", 1, "times"], 1.75)).toBe(
    text.replace("1.5", "1.75"),
  );
});

test("an added key keeps comments and what is there", () => {
  const edited = withValue(text, ["components", 0, "threshold"], 0.5);
  expect(parse(edited).components[0]).toEqual({
    ...parse(text).components[0],
    threshold: 0.5,
  });
  for (const comment of ["# a plan", "# its name", "# sold", "# to quota", "# beyond"])
    expect(edited).toContain(comment);
});

test("a key of a map that isn't there yet makes it", () => {
  const edited = withValue("plan: P\n", ["caps", "year"], 5);
  expect(parse(edited)).toEqual({ plan: "P", caps: { year: 5 } });
});

test("what is taken out leaves no empty map behind", () => {
  const edited = withValue(text, ["components", 0, "caps", "attainment"], undefined);
  expect(edited).not.toContain("caps");
  expect(edited).toContain("# beyond");
});

test("a list takes another's place", () => {
  const tiers = [{ from: 0, times: 2 }];
  const edited = withValue(text, ["components", 0, "rate", "tiers"], tiers);
  expect(parse(edited).components[0].rate.tiers).toEqual(tiers);
  expect(edited).toContain("- { from: 0, times: 2 }");
});

test("an item goes in between others, which keep their comments", () => {
  const edited = withItem(text, ["components", 0, "rate", "tiers"], 1, { from: 0.5, times: 2 });
  expect(parse(edited).components[0].rate.tiers.map(({ from }: { from: number }) => from)).toEqual([
    0, 0.5, 1,
  ]);
  expect(edited).toContain("# to quota");
  expect(edited).toContain("# beyond");
});

test("a value is written small where it is small", () => {
  expect(yamlText({ a: [{ from: 0, times: 1 }], where: { types: ["new"] } })).toBe(
    "a:\n  - { from: 0, times: 1 }\nwhere: { types: [ new ] }\n",
  );
});
