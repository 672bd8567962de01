// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node make.mjs …/node_modules/gemoji/index.js > emoji.txt
// Makes the list of emoji that the app embeds, of the npm package gemoji: one line each, with the emoji, its short codes and
// the other words people use for it, separated by tabs and spaces. The order is Unicode's.
import { pathToFileURL } from "node:url";

const { gemoji } = await import(pathToFileURL(process.argv[2]));
for (const { emoji, names, tags, description } of gemoji) {
  const words = new Set([...tags, ...description.toLowerCase().split(/[^\p{L}\p{N}]+/u)].filter((word) => word && !names.includes(word)));
  console.log([emoji, names.join(" "), [...words].join(" ")].join("\t"));
}
