// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// Who is in the channel.
FocusScope {
    id: panel

    required property Session session
    // On a narrow window the panel is the page, with a way back.
    property bool replacesTimeline: false

    signal closed
    signal personChosen(string userId)

    Keys.onEscapePressed: panel.closed()
    // Where it takes the timeline's place, it takes the focus as well.
    Component.onCompleted: if (replacesTimeline) list.forceActiveFocus(Qt.TabFocusReason)

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Divider {
        anchors.left: parent.left
        height: parent.height
    }
    Item {
        id: header

        width: parent.width
        height: Theme.headerHeight

        IconButton {
            id: back

            anchors.left: parent.left
            anchors.leftMargin: Theme.spacingM
            anchors.verticalCenter: parent.verticalCenter
            visible: panel.replacesTimeline
            iconName: "arrow-left"
            directional: true
            text: qsTr("Back")
            onClicked: panel.closed()
        }
        Heading {
            id: title

            anchors.left: panel.replacesTimeline ? back.right : parent.left
            anchors.leftMargin: panel.replacesTimeline ? Theme.spacingM : Theme.spacingL
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Members")
        }
        Caption {
            anchors.left: title.right
            anchors.leftMargin: Theme.spacingS
            anchors.verticalCenter: parent.verticalCenter
            text: panel.session.currentMemberCount.toLocaleString(Qt.locale(), "f", 0)
        }
        IconButton {
            anchors.right: parent.right
            anchors.rightMargin: Theme.spacingM
            anchors.verticalCenter: parent.verticalCenter
            visible: !panel.replacesTimeline
            iconName: "x"
            text: qsTr("Close")
            hoverFill: Theme.surfaceRaised
            onClicked: panel.closed()
        }
        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    ListView {
        id: list

        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: Theme.stroke
        anchors.right: parent.right
        topMargin: Theme.spacingS
        bottomMargin: Theme.spacingS
        clip: true
        focus: true
        activeFocusOnTab: true
        model: panel.session.members
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        currentIndex: -1
        // The focus is always to be seen.
        onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
        Accessible.role: Accessible.List
        Accessible.name: title.text
        T.ScrollBar.vertical: ScrollBar {}

        delegate: PersonRow {
            width: list.width
            focused: ListView.isCurrentItem && list.activeFocus
            onChosen: panel.personChosen(userId)
        }
    }
    EmptyState {
        anchors.centerIn: parent
        visible: list.count === 0
        busy: true
        title: qsTr("Loading the members…")
    }
}
