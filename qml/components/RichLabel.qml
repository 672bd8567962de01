// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// Body text with a few tags in it, in the theme's colours. Only for what the app has escaped.
Text {
    id: label

    required property string html
    property string plain
    property bool muted: false

    text: Theme.textStyle + html
    textFormat: Text.RichText
    color: muted ? Theme.textMuted : Theme.text
    font.pixelSize: Theme.bodySize
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: plain

    HoverHandler {
        cursorShape: label.hoveredLink.length > 0 ? Qt.PointingHandCursor : Qt.ArrowCursor
    }
}
