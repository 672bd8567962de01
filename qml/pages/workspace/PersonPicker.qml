// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// One person out of many, by a part of the name.
T.Popup {
    id: picker

    required property Session session

    signal picked(string userId)

    implicitWidth: Theme.pickerWidth
    implicitHeight: field.height + list.height + 3 * Theme.spacingS
    padding: Theme.spacingS
    margins: Theme.spacingS
    focus: true
    onAboutToShow: {
        field.text = "";
        session.searchPeople("");
    }
    onOpened: {
        field.forceActiveFocus(Qt.PopupFocusReason);
        list.currentIndex = 0;
    }
    // Others who show people show all of them.
    onClosed: session.searchPeople("")

    contentItem: FocusScope {
        focus: true

        TextField {
            id: field

            width: parent.width
            focus: true
            placeholderText: qsTr("Name or username")
            onEdited: {
                picker.session.searchPeople(text);
                list.currentIndex = 0;
            }
            onAccepted: (list.currentItem as PersonRow)?.chosen()
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
        }
        ListView {
            id: list

            anchors.top: field.bottom
            anchors.topMargin: Theme.spacingS
            width: parent.width
            height: Theme.pickerHeight
            clip: true
            model: picker.session.people
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
                onChosen: {
                    picker.picked(userId);
                    picker.close();
                }
            }
        }
        Caption {
            anchors.centerIn: list
            visible: list.count === 0
            text: qsTr("Nobody of that name")
        }
    }
    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.lineStrong
    }
}
