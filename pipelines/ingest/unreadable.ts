import { InputError } from "../../src/errors.ts";

/**
 * The error for a file whose bytes make no sense, with what the reader of them said.
 *
 * @param how how to export it again, when that is known
 */
export function unreadableFile(path: string, cause: unknown, how = ""): InputError {
  const said = cause instanceof Error ? cause.message : String(cause);
  const reason = said
    .replace(/^failed query: \S+: /, "")
    .replace(/^(\w+ )+Error: /, "")
    // the file is named already, and not by where it lies on this machine
    .replace(/( in| of)? ?file '[^']*'/i, "")
    .trim()
    .split("\n")[0]
    ?.replace(/\.$/, "");
  return new InputError(`unreadable file: ${path}`, {
    file: path,
    remedy: `${["Export it again", how].filter(Boolean).join(", ")} (${reason}).`,
  });
}
