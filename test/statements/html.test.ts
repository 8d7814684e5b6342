import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asHtml, html } from "../../pipelines/statements/html.ts";

describe("a piece of a page", () => {
  test("shows what is put into it as text, in elements and in attributes", () => {
    const name = `<img src=x onerror="alert('1')"> & co`;
    const shown = "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co";
    expect(html`<p title="${name}">${name}</p>`.html).toBe(`<p title="${shown}">${shown}</p>`);
  });

  test("keeps pieces that are HTML already, shows lists one after the other and null as nothing", () => {
    const items = ["a", "<b>"].map((text) => html`<li>${text}</li>`);
    const all = html`<ul>${items}${null}${asHtml("<hr>")}</ul>${3}`;
    expect(all.html).toBe("<ul><li>a</li><li>&lt;b&gt;</li><hr></ul>3");
  });

  test("holds no element that text would begin, and all of the text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { html: shown } = html`${text}`;
        expect(shown).not.toMatch(/[<>"']/);
        const back = shown
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&quot;", '"')
          .replaceAll("&#39;", "'")
          .replaceAll("&amp;", "&");
        expect(back).toBe(text);
      }),
    );
  });
});
