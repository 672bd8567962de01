// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An S3-compatible server for tests, which checks signatures. Takes a free port of 127.0.0.1, keeps the bucket "chat" in the
// folder that it is given, and says "endpoint http://127.0.0.1:PORT". Lines on standard input change what it does, each
// answered by "ready":
//   refuse N   the next N requests are answered by 503
//   silence N  the next N requests are never answered
//   cut N      the connections of the next N requests are closed
// Ends with its standard input.
import crypto from "node:crypto";
import fs from "node:fs/promises";
import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import readline from "node:readline";

// The server writes its continuation tokens with DES, which OpenSSL 3 has not got any more. Three times DES with the same
// key, where the second time decrypts, is DES.
for (const name of ["createCipheriv", "createDecipheriv"]) {
  const original = crypto[name];
  crypto[name] = (algorithm, key, iv) =>
    algorithm === "des" ? original("des-ede3-cbc", Buffer.concat([key, key, key]), iv) : original(algorithm, key, iv);
}

const require = createRequire(import.meta.url);
const S3rver = require("@20minutes/s3rver");
const S3Error = require("@20minutes/s3rver/lib/models/error.js");

function refuse(request, response, status, code) {
  request.resume();
  request.on("end", () => response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`));
}

const faults = {
  refuse: (request, response) => refuse(request, response, 503, "SlowDown"),
  silence: () => {},
  cut: (request) => request.socket.destroy(),
};
let fault = "";
let left = 0;

const store = new S3rver({
  directory: process.argv[2],
  silent: true,
  vhostBuckets: false,
  configureBuckets: [{ name: "chat" }],
});
await store.configureBuckets();

// Real servers check that the body is what was signed, keep nothing of another, and answer when all of it is there.
store.store.putObject = async ({ bucket, key, content, metadata }) => {
  const bytes = Buffer.concat(await content.toArray());
  const digestOf = (algorithm) => crypto.createHash(algorithm).update(bytes).digest("hex");
  if (digestOf("sha256") !== content.headers["x-amz-content-sha256"])
    throw new S3Error("BadDigest", "The body is not what was signed.");
  const file = store.store.getResourcePath(bucket, key, "object");
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, bytes);
  const md5 = digestOf("md5");
  await store.store.putMetadata(bucket, key, metadata, md5);
  return { size: bytes.length, md5 };
};
const serve = store.callback();

const server = http.createServer((request, response) => {
  if (left-- > 0) faults[fault](request, response);
  // It would let anybody in who does not say a name.
  else if (!request.headers.authorization) refuse(request, response, 403, "AccessDenied");
  else serve(request, response);
});
server.listen(0, "127.0.0.1", () => {
  const lines = readline.createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    const [name, count] = line.split(" ");
    fault = name;
    left = Number(count);
    console.log("ready");
  });
  lines.once("close", () => process.exit());
  console.log(`endpoint http://127.0.0.1:${server.address().port}`);
});
