// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// What stands beside the timeline: a header and what it is about. Esc leaves it.
FocusScope {
    id: panel

    property string title
    property string detail
    // On a narrow window the panel is the page, with a way back.
    property bool replacesTimeline: false
    default property alias content: body.data

    signal closed

    Keys.onEscapePressed: panel.closed()

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Divider {
        anchors.left: parent.left
        height: parent.height
    }
    PanelHeader {
        id: header

        width: parent.width
        title: panel.title
        detail: panel.detail
        isPage: panel.replacesTimeline
        onClosed: panel.closed()
    }
    Item {
        id: body

        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: Theme.stroke
        anchors.right: parent.right
    }
}
