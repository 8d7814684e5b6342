import jsep from "jsep";

/** A part of a formula as it is written, and at which character it begins. */
export type SyntaxNode = { readonly start: number } & (
  | { readonly type: "Literal"; readonly value: unknown; readonly raw: string }
  | { readonly type: "Identifier"; readonly name: string }
  | {
      readonly type: "MemberExpression";
      readonly computed: boolean;
      readonly object: SyntaxNode;
      readonly property: SyntaxNode;
    }
  | {
      readonly type: "CallExpression";
      readonly callee: SyntaxNode;
      readonly arguments: readonly SyntaxNode[];
    }
  | { readonly type: "UnaryExpression"; readonly operator: string; readonly argument: SyntaxNode }
  | {
      readonly type: "BinaryExpression";
      readonly operator: string;
      readonly left: SyntaxNode;
      readonly right: SyntaxNode;
    }
  | { readonly type: "Compound"; readonly body: readonly SyntaxNode[] }
  | { readonly type: "Other" }
);

/** A formula that can't be read: at which character, and why. */
export interface SyntaxFault {
  readonly offset: number;
  readonly reason: string;
}

/** Precedence as in arithmetic; `and` binds before `or`. */
const binary = { or: 1, and: 2, "==": 3, "!=": 3, "<": 4, "<=": 4, ">": 4, ">=": 4 } as const;

jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
for (const [operator, precedence] of Object.entries(binary)) jsep.addBinaryOp(operator, precedence);
for (const operator of ["+", "-"]) jsep.addBinaryOp(operator, 5);
for (const operator of ["*", "/"]) jsep.addBinaryOp(operator, 6);
for (const operator of ["-", "not"]) jsep.addUnaryOp(operator);
jsep.addLiteral("true", true);
jsep.addLiteral("false", false);

/** Where the tokens begin that are being read, the innermost last. */
const starts: number[] = [];
const digit = /[0-9.]/;

jsep.hooks.add("gobble-token", function (env) {
  starts.push(this.index);
  // the parser returns from a number without telling where it ends
  const number = digit.test(this.char) ? this.gobbleNumericLiteral() : undefined;
  if (number) env.node = number;
});
jsep.hooks.add("after-token", (env) => {
  const start = starts.pop();
  if (env.node) env.node.start = start;
});

/** Reads the words and signs of a formula, or says where they stop making sense. */
export function parseFormula(text: string): SyntaxNode | SyntaxFault {
  starts.length = 0;
  try {
    return nodeOf(jsep(text), 0);
  } catch (error) {
    const { index, description } = error as { index?: number; description?: string };
    if (index === undefined) throw error;
    return { offset: index, reason: lowerFirst(description ?? "unreadable") };
  }
}

export const isFault = (read: SyntaxNode | SyntaxFault): read is SyntaxFault => "reason" in read;

const lowerFirst = (words: string) => words.replace(/^./, (letter) => letter.toLowerCase());

/**
 * What a formula may hold of what the parser read.
 *
 * @param within where the part begins that it is of: the parser doesn't tell it of every part
 */
function nodeOf(parsed: jsep.Expression, within: number): SyntaxNode {
  const start = typeof parsed.start === "number" ? parsed.start : within;
  const part = (inner: jsep.Expression) => nodeOf(inner, start);
  const node = parsed as jsep.CoreExpression;
  switch (node.type) {
    case "Literal":
      return { type: node.type, start, value: node.value, raw: node.raw };
    case "Identifier":
      return { type: node.type, start, name: node.name };
    case "MemberExpression": {
      const [object, property] = [part(node.object), part(node.property)];
      return { type: node.type, start, computed: node.computed, object, property };
    }
    case "CallExpression": {
      const [callee, inBrackets] = [part(node.callee), node.arguments.map(part)];
      return { type: node.type, start, callee, arguments: inBrackets };
    }
    case "UnaryExpression":
      return { type: node.type, start, operator: node.operator, argument: part(node.argument) };
    case "BinaryExpression": {
      const [left, right] = [part(node.left), part(node.right)];
      // an operation begins where its left side does
      return { type: node.type, start: left.start, operator: node.operator, left, right };
    }
    case "Compound":
      return { type: node.type, start, body: node.body.map(part) };
    case "ConditionalExpression":
      return { type: "Other", start: part(node.test).start };
    default:
      return { type: "Other", start };
  }
}
