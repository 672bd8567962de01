// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

// What can be done with the message under the pointer or the focus. There is one for the whole timeline.
FocusScope {
    id: menu

    property MessageRow row: null
    // Those of a thread are all in it already.
    property bool inThread: false

    readonly property string messageId: row ? row.messageId : ""

    readonly property alias hovered: hover.hovered

    signal reactRequested(string messageId, Item anchor)
    signal replyRequested(string messageId)
    signal threadRequested(string messageId)
    signal pinRequested(string messageId, bool pinned)
    signal copyRequested(string messageId)
    signal linkRequested(string messageId)
    signal editRequested(string messageId)
    signal deleteRequested(string messageId)
    signal escaped

    // Made for the first message that is pointed at.
    property bool made: false
    property Item first: null

    function focusFirst() {
        if (first)
            first.forceActiveFocus(Qt.TabFocusReason);
    }

    width: frame.width
    height: frame.height
    visible: row !== null && !row.isDeleted && row.sendState === TimelineModel.Sent
    onVisibleChanged: if (visible) made = true
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Message actions")
    Keys.onEscapePressed: menu.escaped()

    HoverHandler {
        id: hover
    }

    Loader {
        id: frame

        active: menu.made
        sourceComponent: Rectangle {
            Component.onCompleted: menu.first = react

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
                    id: react

                    iconName: "smile-plus"
                    text: qsTr("React")
                    keyHint: "+"
                    hoverFill: Theme.surfaceRaised
                    KeyNavigation.right: reply
                    onClicked: menu.reactRequested(menu.messageId, react)
                }
                IconButton {
                    id: reply

                    visible: !menu.inThread
                    iconName: "reply"
                    directional: true
                    text: qsTr("Reply")
                    keyHint: "R"
                    hoverFill: Theme.surfaceRaised
                    KeyNavigation.right: thread
                    onClicked: menu.replyRequested(menu.messageId)
                }
                IconButton {
                    id: thread

                    visible: !menu.inThread
                    iconName: "message-square-text"
                    text: qsTr("Reply in a thread")
                    keyHint: "T"
                    hoverFill: Theme.surfaceRaised
                    KeyNavigation.right: pin
                    onClicked: menu.threadRequested(menu.messageId)
                }
                IconButton {
                    id: pin

                    readonly property bool pinned: menu.row !== null && menu.row.isPinned

                    iconName: pinned ? "pin-off" : "pin"
                    text: pinned ? qsTr("Unpin") : qsTr("Pin")
                    keyHint: "P"
                    hoverFill: Theme.surfaceRaised
                    KeyNavigation.right: copy
                    onClicked: menu.pinRequested(menu.messageId, !pinned)
                }
                IconButton {
                    id: copy

                    iconName: "copy"
                    text: qsTr("Copy text")
                    hoverFill: Theme.surfaceRaised
                    KeyNavigation.right: link
                    onClicked: menu.copyRequested(menu.messageId)
                }
                IconButton {
                    id: link

                    iconName: "link"
                    text: qsTr("Copy link")
                    keyHint: "L"
                    hoverFill: Theme.surfaceRaised
                    KeyNavigation.right: edit
                    onClicked: menu.linkRequested(menu.messageId)
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
}
