import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/**
 * Writes a UTF-8 copy of a CSV file in another encoding, streaming.
 *
 * @param skip how many lines to leave out at the beginning
 */
export async function transcode(
  from: string,
  to: string,
  encoding: string,
  skip = 0,
): Promise<void> {
  mkdirSync(dirname(to), { recursive: true });
  const decoder = new TextDecoder(encoding);
  const decode = async function* (chunks: AsyncIterable<Buffer>) {
    let left = skip;
    for await (const chunk of chunks) {
      let text = decoder.decode(chunk, { stream: true });
      for (; left > 0 && text.includes("\n"); left -= 1) text = text.slice(text.indexOf("\n") + 1);
      if (left === 0) yield text;
    }
    yield decoder.decode();
  };
  const source = createReadStream(from);
  if (from.endsWith(".gz")) await pipeline(source, createGunzip(), decode, createWriteStream(to));
  else await pipeline(source, decode, createWriteStream(to));
}
