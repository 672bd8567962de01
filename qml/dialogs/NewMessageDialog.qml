// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// Pick a person to write to.
Dialog {
    id: dialog

    required property Session session

    title: qsTr("New direct message")
    onAboutToShow: {
        session.clearActionError();
        filter.text = "";
        session.searchPeople("");
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
            placeholderText: qsTr("Name or username")
            error: dialog.session.actionError
            onEdited: {
                dialog.session.searchPeople(text);
                list.currentIndex = 0;
            }
            onAccepted: (list.currentItem as PersonRow)?.chosen()
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
        }
        Item {
            width: parent.width
            height: Theme.dialogListHeight

            ListView {
                id: list

                anchors.fill: parent
                anchors.leftMargin: -Theme.spacingS
                anchors.rightMargin: -Theme.spacingS
                clip: true
                activeFocusOnTab: true
                model: dialog.session.people
                boundsBehavior: Flickable.StopAtBounds
                highlightMoveDuration: 0
                currentIndex: 0
                Accessible.role: Accessible.List
                Accessible.name: qsTr("People")
                T.ScrollBar.vertical: ScrollBar {}

                delegate: PersonRow {
                    width: list.width
                    marked: ListView.isCurrentItem
                    focused: marked && list.activeFocus
                    onChosen: dialog.session.openDirect(userId)
                }
            }
            EmptyState {
                anchors.centerIn: parent
                visible: list.count === 0
                iconName: "users"
                title: qsTr("Nobody of that name")
                text: qsTr("Check the spelling, or ask an admin to invite them.")
            }
        }
    }
}
