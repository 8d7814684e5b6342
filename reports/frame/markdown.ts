import { answerHtml, asideHtml } from "./answer.ts";
import { type Answer, readAnswers } from "./edition.ts";
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
 * Writes a page's answer in the place of `<!-- answer -->`, its remark in that of `<!-- aside -->`
 * and its formulas in that of `<!-- method: … -->`, so that both stand in the HTML itself.
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
  if (comment.trim() === "<!-- answer -->") return answerHtml(answerOf(path));
  if (comment.trim() === "<!-- aside -->") return asideHtml(answerOf(path));
  const note = parseMethodNote(comment);
  return note ? methodHtml(note, readAnswers(), answerOf(path).method) : comment;
}

/** @throws Error when no answer was computed for the page */
function answerOf(path: string): Answer {
  const answer = readAnswers().answers[path];
  if (!answer) throw new Error(`missing answer: ${path}`);
  return answer;
}
