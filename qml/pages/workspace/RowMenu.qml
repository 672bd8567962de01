// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// What can be done with the message under the pointer or the focus. There is one for the whole timeline.
FocusScope {
    id: menu

    property MessageRow row: null

    readonly property string messageId: row ? row.messageId : ""

    readonly property alias hovered: hover.hovered

    signal copyRequested(string messageId)
    signal editRequested(string messageId)
    signal deleteRequested(string messageId)
    signal escaped

    function focusFirst() {
        copy.forceActiveFocus(Qt.TabFocusReason);
    }

    width: frame.width
    height: frame.height
    visible: row !== null && !row.isDeleted && row.sendState === TimelineModel.Sent
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Message actions")
    Keys.onEscapePressed: menu.escaped()

    HoverHandler {
        id: hover
    }

    Rectangle {
        id: frame

        width: buttons.width + 2 * Theme.stroke
        height: buttons.height + 2 * Theme.stroke
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.line

        Row {
            id: buttons

            x: Theme.stroke
            y: Theme.stroke

            IconButton {
                id: copy

                iconName: "copy"
                text: qsTr("Copy text")
                hoverFill: Theme.surfaceRaised
                KeyNavigation.right: edit
                onClicked: menu.copyRequested(menu.messageId)
            }
            IconButton {
                id: edit

                visible: menu.row !== null && menu.row.changeable
                iconName: "pencil"
                text: qsTr("Edit")
                keyHint: "E"
                hoverFill: Theme.surfaceRaised
                KeyNavigation.right: remove
                onClicked: menu.editRequested(menu.messageId)
            }
            IconButton {
                id: remove

                visible: menu.row !== null && menu.row.changeable
                iconName: "trash-2"
                text: qsTr("Delete…")
                keyHint: qsTr("Del", "name of the key")
                ink: Theme.danger
                hoverFill: Theme.surfaceRaised
                onClicked: menu.deleteRequested(menu.messageId)
            }
        }
    }
}
