const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML shows it, whatever characters it holds; fit for attributes in quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

const figurePattern =
  /(?:\b[A-Z]{3} )?[−+<]?\d[\d.,]*(?:&nbsp;| )?(?:bn|[kM%×](?![a-z]))|\b\d[\d,]*\b(?! \w+ 2\d{3})/g;

/** Escaped text whose figures don't break over lines and stand out a little. */
export function emphasise(text: string): string {
  return text
    .split(
      /((?:FY)\d\d(?: Q\d)?|80 %(?= between|:| range)|\d{1,2} [A-Z][a-z]{2} \d{4}|[A-Z][a-z]{2} \d{4})/,
    )
    .map((part, index) => (index % 2 === 1 ? keep(part, "when") : markFigures(part)))
    .join("");
}

function markFigures(text: string): string {
  let html = "";
  let end = 0;
  for (const match of text.matchAll(figurePattern)) {
    html += escapeHtml(text.slice(end, match.index)) + keep(match[0], "number");
    end = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(end));
}

const keep = (text: string, kind: string) => `<span class="${kind}">${escapeHtml(text)}</span>`;
