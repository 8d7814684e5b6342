/** A scenario under a name, as a link carries it. */
export interface Linked {
  readonly name: string;
  readonly entry: unknown;
}

/** A fragment of a URL that holds a scenario: its JSON in base64url (RFC 4648). */
export function linkOf({ name, entry }: Linked): string {
  const bytes = new TextEncoder().encode(JSON.stringify([name, entry]));
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** What a fragment holds, not yet checked; undefined where it holds no scenario. */
export function linkedIn(fragment: string): Linked | undefined {
  try {
    const letters = atob(fragment.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const read: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (!Array.isArray(read) || typeof read[0] !== "string") return undefined;
    return { name: read[0], entry: read[1] };
  } catch {
    return undefined;
  }
}
