// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

window.ui = SwaggerUIBundle({
    url: "openapi.json",
    dom_id: "#page",
    layout: "BaseLayout",
    presets: [SwaggerUIBundle.presets.apis],
    deepLinking: true,
    displayRequestDuration: true,
    // Else a picture of another host judges the description.
    validatorUrl: null,
});
