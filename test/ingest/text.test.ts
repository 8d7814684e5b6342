import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { productReader } from "./reader.ts";

let reader: Awaited<ReturnType<typeof productReader>>;
beforeAll(async () => {
  reader = await productReader();
});
afterAll(() => reader.close());

/** RFC 4180, every field quoted; some exports take the single quote for it. */
const quoted = (text: string, quote: string) =>
  quote + text.replaceAll(quote, quote + quote) + quote;
const text = fc.string({ unit: "grapheme", maxLength: 30 });
const special = fc.string({
  unit: fc.constantFrom(..."\"',;|\t\n =\ré漢😀\\"),
  maxLength: 12,
});
const field = fc.oneof(text, special).filter((value) => !value.includes("\0"));

test("any text comes back as it was written, each record with its line", async () => {
  const records = fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 12 });
  const delimiter = fc.constantFrom(",", ";", "\t", "|");
  const quote = fc.constantFrom('"', "'");
  const lineEnd = fc.constantFrom("\n", "\r\n");
  await fc.assert(
    fc.asyncProperty(records, delimiter, quote, lineEnd, async (written, mark, around, end) => {
      const rows = written.map(([name, family], index) => [`P${index}`, name, family]);
      const lines = [["Id", "Name", "Family"], ...rows].map((row) =>
        row.map((value) => quoted(value, around)).join(mark),
      );
      const read = await reader.read(`${lines.join(end)}${end}`);
      expect(read.delimiter).toBe(mark);
      expect(read.rejected).toEqual([]);
      const ingested = read.rows.map(({ name, family, line }) => [name ?? "", family ?? "", line]);
      expect(ingested).toEqual(written.map(([name, family], index) => [name, family, index + 2]));
    }),
    { numRuns: 40 },
  );
});
