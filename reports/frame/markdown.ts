import { answerHtml } from "./answer.ts";
import { readAnswers } from "./edition.ts";
import { methodHtml, parseMethodNote } from "./method.ts";

/** The part of markdown-it that is used here. */
interface MarkdownIt {
  readonly core: {
    readonly ruler: { push(name: string, rule: (state: MarkdownState) => void): void };
  };
}

interface MarkdownState {
  readonly tokens: readonly { readonly type: string; content: string }[];
  readonly env: { readonly path?: string };
}

/**
 * Writes a page's answer in the place of `<!-- answer -->` and its formulas in that of
 * `<!-- method: … -->`, so that both stand in the HTML itself.
 */
export function withAnswers<Parser extends MarkdownIt>(markdown: Parser): Parser {
  // after the rule that looks for ${…}, which must not look into company data
  markdown.core.ruler.push("answers", ({ tokens, env }) => {
    for (const token of tokens) {
      if (token.type === "html_block") token.content = filled(token.content, env.path);
    }
  });
  return markdown;
}

function filled(comment: string, path: string | undefined): string {
  if (!comment.startsWith("<!--") || path === undefined) return comment;
  if (comment.trim() === "<!-- answer -->") return answerOf(path);
  const note = parseMethodNote(comment);
  return note ? methodHtml(note, readAnswers()) : comment;
}

/** @throws Error when no answer was computed for the page */
function answerOf(path: string): string {
  const answer = readAnswers().answers[path];
  if (!answer) throw new Error(`missing answer: ${path}`);
  return answerHtml(answer);
}
