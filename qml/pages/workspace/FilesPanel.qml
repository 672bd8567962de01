// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// The files of the channel.
Panel {
    id: panel

    required property Session session

    title: qsTr("Files")
    Component.onCompleted: {
        session.loadFiles();
        if (replacesTimeline)
            list.forceActiveFocus(Qt.TabFocusReason);
    }

    Connections {
        target: panel.session
        function onCurrentChannelChanged() {
            panel.session.loadFiles();
        }
    }

    ListView {
        id: list

        anchors.top: parent.top
        anchors.bottom: foot.top
        width: parent.width
        topMargin: Theme.spacingS
        bottomMargin: Theme.spacingS
        clip: true
        focus: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        currentIndex: -1
        model: panel.session.files
        onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
        Accessible.role: Accessible.List
        Accessible.name: panel.title
        T.ScrollBar.vertical: ScrollBar {}

        section.property: "dayText"
        section.delegate: Caption {
            required property string section

            width: list.width
            leftPadding: Theme.spacingL
            topPadding: Theme.spacingS
            bottomPadding: Theme.spacingXs
            text: section
            font.weight: Theme.weightStrong
        }
        delegate: FileRow {
            width: list.width
            focused: ListView.isCurrentItem && list.activeFocus
            onSaveRequested: panel.session.saveFile(card.fileId, card.name)
        }
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? Theme.controlLarge : 0
        visible: list.count > 0

        Divider {
            width: parent.width
        }
        Caption {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: Theme.spacingL
            text: panel.session.files.summary
        }
    }
    EmptyState {
        anchors.centerIn: parent
        visible: list.count === 0 && panel.session.files.error.length === 0
        busy: panel.session.files.loading
        iconName: "paperclip"
        title: panel.session.files.loading ? qsTr("Loading the files…") : qsTr("No files here yet")
        text: panel.session.files.loading ? "" : qsTr("Drop one onto the window, or attach it to a message.")
    }
    EmptyState {
        anchors.centerIn: parent
        visible: list.count === 0 && panel.session.files.error.length > 0
        iconName: "circle-alert"
        title: qsTr("The files could not be loaded")
        text: panel.session.files.error
        actionText: qsTr("Try again")
        onAction: panel.session.loadFiles()
    }
}
