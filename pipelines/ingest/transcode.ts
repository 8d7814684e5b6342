import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/** Writes a UTF-8 copy of a CSV file in another encoding, streaming. */
export async function transcode(from: string, to: string, encoding: string): Promise<void> {
  mkdirSync(dirname(to), { recursive: true });
  const decoder = new TextDecoder(encoding);
  const decode = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  };
  const source = createReadStream(from);
  if (from.endsWith(".gz")) await pipeline(source, createGunzip(), decode, createWriteStream(to));
  else await pipeline(source, decode, createWriteStream(to));
}
