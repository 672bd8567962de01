// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

// The name of a group in a menu; not an item.
T.MenuSeparator {
    id: label

    property string text
    // The first label of a menu needs no line above it.
    property bool first: false

    implicitWidth: Theme.menuWidth
    implicitHeight: text.length > 0 ? Theme.rowHeight : Theme.spacingS + Theme.stroke
    padding: 0
    Accessible.name: text

    contentItem: Item {
        Divider {
            visible: !label.first
            y: (label.text.length > 0 ? 0 : Theme.spacingXs)
            width: parent.width
        }
        Caption {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.spacingXs
            x: Theme.spacingS
            width: parent.width - 2 * Theme.spacingS
            visible: label.text.length > 0
            text: label.text
            font.weight: Theme.weightStrong
            elide: Text.ElideRight
        }
    }
}
