// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// The public channels one has not joined.
Dialog {
    id: dialog

    required property Session session

    signal createRequested

    title: qsTr("Browse channels")
    onAboutToShow: {
        session.clearActionError();
        filter.text = "";
        session.browseFilter = "";
    }
    onOpened: {
        filter.forceActiveFocus();
        list.currentIndex = 0;
    }

    Connections {
        target: dialog.session
        enabled: dialog.visible
        function onActionDone() {
            dialog.close();
        }
    }

    contentItem: Column {
        spacing: Theme.spacingM

        TextField {
            id: filter

            width: parent.width
            focus: true
            placeholderText: qsTr("Find a channel")
            error: dialog.session.actionError
            onEdited: {
                dialog.session.browseFilter = text;
                list.currentIndex = 0;
            }
            onAccepted: (list.currentItem as BrowseRow)?.chosen()
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
        }
        Item {
            width: parent.width
            height: Theme.dialogListHeight

            ListView {
                id: list

                anchors.fill: parent
                clip: true
                activeFocusOnTab: true
                model: dialog.session.browse
                boundsBehavior: Flickable.StopAtBounds
                highlightMoveDuration: 0
                currentIndex: 0
                Accessible.role: Accessible.List
                Accessible.name: dialog.title
                T.ScrollBar.vertical: ScrollBar {}

                delegate: BrowseRow {
                    width: list.width
                    marked: ListView.isCurrentItem
                    busy: dialog.session.actionBusy
                    onChosen: dialog.session.joinChannel(channelId)
                }
            }
            EmptyState {
                anchors.centerIn: parent
                visible: list.count === 0
                iconName: "compass"
                title: filter.text.length > 0 ? qsTr("No channel of that name") : qsTr("You are in every public channel")
                actionText: qsTr("Create a channel")
                onAction: {
                    dialog.close();
                    dialog.createRequested();
                }
            }
        }
    }
}
