// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later

import { init } from "./redoc.standalone.js";

init("openapi.json", { disableTelemetry: true, router: "hash" }, document.getElementById("page"));
