// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// Body text, 14/20. Caption, Heading and Title are the other three sizes.
Text {
    property int lineSize: Theme.bodyLine
    property real inset: Theme.bodyInset

    textFormat: Text.PlainText
    // The start of the line, whatever language the text is in; what people write in messages goes by its own.
    horizontalAlignment: Text.AlignLeft
    color: Theme.text
    font.pixelSize: Theme.bodySize
    lineHeight: lineSize
    lineHeightMode: Text.FixedHeight
    // Centres the glyphs in their line's box.
    topPadding: inset
    bottomPadding: -inset
}
