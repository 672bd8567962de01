// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// A framed group of settings; its rows stand one under the other with a line between.
Rectangle {
    id: card

    default property alias content: rows.data

    implicitHeight: rows.height
    radius: Theme.radiusLarge
    color: Theme.surface
    border.width: Theme.stroke
    border.color: Theme.line

    Column {
        id: rows

        width: parent.width
    }
}
