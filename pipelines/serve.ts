import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve, sep } from "node:path";
import { gzipSync } from "node:zlib";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".arrow": "application/vnd.apache.arrow.stream",
};

/** Formats that are compressed already. */
const incompressible = [".woff2", ".png"];

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port?: number;
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the files of a folder on loopback, compressed, and nothing outside of it. */
export async function serve(folder: string, { port = 0 }: ServeOptions = {}): Promise<Served> {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => send(response, 500, ".html", "Server error"));
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", listening);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    return send(response, 405, ".html", "Only reading is allowed");
  }
  const file = await find(root, request.url ?? "/");
  if (file !== undefined) return sendFile(request, response, 200, file);
  const page = await find(root, "/404.html");
  if (page !== undefined) return sendFile(request, response, 404, page);
  send(response, 404, ".html", "Not found");
}

/** The file that an address names: itself, with `.html`, or its folder's index. */
async function find(root: string, url: string): Promise<string | undefined> {
  const path = pathOf(url);
  if (path === undefined) return undefined;
  const target = resolve(join(root, path));
  if (target !== root && !target.startsWith(root + sep)) return undefined;
  for (const file of [target, `${target}.html`, join(target, "index.html")]) {
    if (await isFile(file)) return file;
  }
  return undefined;
}

function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ""));
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined; // malformed escapes
  }
}

const isFile = (file: string) =>
  stat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  file: string,
) {
  const ending = extname(file);
  const bytes = await readFile(file);
  const accepted = String(request.headers["accept-encoding"] ?? "");
  if (!accepted.includes("gzip") || incompressible.includes(ending)) {
    return send(response, status, ending, bytes, request.method);
  }
  response.setHeader("content-encoding", "gzip");
  response.setHeader("vary", "accept-encoding");
  send(response, status, ending, gzipSync(bytes), request.method);
}

function send(
  response: ServerResponse,
  status: number,
  ending: string,
  body: string | Buffer,
  method = "GET",
) {
  response.statusCode = status;
  response.setHeader("content-type", types[ending] ?? "application/octet-stream");
  response.setHeader("content-length", Buffer.byteLength(body));
  response.setHeader("cache-control", "no-cache");
  response.setHeader("x-content-type-options", "nosniff");
  response.end(method === "HEAD" ? undefined : body);
}
