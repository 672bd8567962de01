// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node upload.mjs MODULES OPTIONS: uploads a file with tus-js-client, an implementation of the protocol that is not ours.
// OPTIONS is JSON: endpoint, token, file, chunkSize, and what else the upload is to do. Writes a line of JSON for each
// thing that happens: {"begun": url}, {"sent": bytes}, {"retried": n}, {"done": {...}} or {"failed": message}.

import { createReadStream, statSync } from 'node:fs';
import { createRequire } from 'node:module';

const [modules, text] = process.argv.slice(2);
const tus = createRequire(`${modules}/`)('tus-js-client');
const options = JSON.parse(text);

const tell = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);

let fileId = null;
let lastOffset = 0;
const upload = new tus.Upload(createReadStream(options.file), {
  endpoint: options.endpoint,
  uploadUrl: options.uploadUrl ?? null,
  headers: { Authorization: `Bearer ${options.token}` },
  uploadSize: statSync(options.file).size,
  chunkSize: options.chunkSize,
  uploadDataDuringCreation: options.uploadDataDuringCreation ?? false,
  overridePatchMethod: options.overridePatchMethod ?? false,
  retryDelays: Array(100).fill(100),
  metadata: options.metadata ?? {},
  storeFingerprintForResuming: false,
  onUploadUrlAvailable: () => tell({ begun: upload.url }),
  onChunkComplete: (size, accepted) => {
    lastOffset = accepted;
    tell({ sent: accepted });
  },
  onShouldRetry: (error, attempt) => {
    tell({ retried: attempt, reason: error.message });
    return true;
  },
  onAfterResponse: (request, response) => {
    fileId = response.getHeader('Plexichat-File-Id') ?? fileId;
  },
  onSuccess: () => tell({ done: { fileId, offset: lastOffset, url: upload.url } }),
  onError: (error) => {
    tell({ failed: error.message });
    process.exitCode = 1;
  },
});

if (options.abortAfter) {
  upload.options.onChunkComplete = async (size, accepted) => {
    if (accepted < options.abortAfter) return;
    await upload.abort(true);
    tell({ done: { url: upload.url } });
  };
}
upload.start();
