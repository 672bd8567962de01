// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// What lies between the page and an overlay.
Rectangle {
    color: Theme.scrim

    Behavior on opacity {
        NumberAnimation { duration: Theme.fadeDuration }
    }
}
