// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// Ctrl+K: type a part of a channel's or a person's name, Enter opens it.
T.Popup {
    id: switcher

    required property Session session

    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.min(Theme.overlayTop, Math.max(Theme.spacingL, (parent.height - height) / 2)) : 0
    width: parent ? Math.min(Theme.overlayWidth, parent.width - 2 * Theme.spacingL) : Theme.overlayWidth
    height: parent ? Math.min(implicitHeight, parent.height - 2 * Theme.spacingL) : implicitHeight
    implicitHeight: contentItem.implicitHeight
    padding: 0
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    onAboutToShow: {
        field.clear();
        answers.refresh();
        list.currentIndex = 0;
    }
    onOpened: field.forceActiveFocus()

    function choose(row: int) {
        close();
        answers.activate(row);
    }

    SwitcherModel {
        id: answers

        session: switcher.session
        query: field.text
        matchColor: Theme.accent.toString()
        onCountChanged: list.currentIndex = 0
    }

    T.Overlay.modal: Scrim {}

    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.line
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.fadeDuration }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.fadeDuration }
    }

    contentItem: FocusScope {
        implicitHeight: Theme.overlayField + list.height + Theme.spacingS + hints.height
        focus: true

        T.TextField {
            id: field

            readonly property bool mirrored: Application.layoutDirection === Qt.RightToLeft
            readonly property real before: Theme.spacingL + Theme.iconSize + Theme.spacingM
            readonly property real behind: Theme.spacingL + escapeKey.width + Theme.spacingM

            width: parent.width
            height: Theme.overlayField
            leftPadding: mirrored ? behind : before
            rightPadding: mirrored ? before : behind
            verticalAlignment: TextInput.AlignVCenter
            focus: true
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.textOnAccent
            font.pixelSize: Theme.headingSize
            inputMethodHints: Qt.ImhNoPredictiveText
            Accessible.name: qsTr("Find a channel or a person by name")
            onAccepted: switcher.choose(list.currentIndex)
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()

            Icon {
                anchors.left: parent.left
                anchors.leftMargin: Theme.spacingL
                anchors.verticalCenter: parent.verticalCenter
                name: "search"
            }
            Label {
                anchors.left: parent.left
                anchors.leftMargin: field.before
                anchors.verticalCenter: parent.verticalCenter
                visible: field.length === 0 && field.preeditText.length === 0
                text: qsTr("Go to a channel or a person")
                font.pixelSize: Theme.headingSize
                color: Theme.textFaint
            }
            KeyCap {
                id: escapeKey

                anchors.right: parent.right
                anchors.rightMargin: Theme.spacingL
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Esc", "name of the key")
            }
            Divider {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
        ListView {
            id: list

            anchors.top: field.bottom
            width: parent.width
            height: count > 0 ? Math.min(contentHeight, switcher.parent ? switcher.parent.height - 2 * Theme.overlayTop - Theme.overlayField - hints.height : contentHeight) : nothing.height
            model: answers
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            currentIndex: 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Channels and people")
            T.ScrollBar.vertical: ScrollBar {}

            section.property: "section"
            section.delegate: Item {
                id: heading

                required property string section

                width: list.width
                height: Theme.rowHeight

                Caption {
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.spacingL
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: Theme.spacingXs
                    text: heading.section === "people" ? qsTr("People") : qsTr("Channels")
                    font.weight: Theme.weightStrong
                }
            }
            delegate: SwitcherRow {
                width: list.width
                marked: ListView.isCurrentItem
                onChosen: switcher.choose(index)
            }

            Item {
                id: nothing

                width: parent.width
                height: Theme.headerHeight
                visible: list.count === 0

                Label {
                    anchors.centerIn: parent
                    text: qsTr("No channel and nobody of that name")
                    color: Theme.textMuted
                }
            }
        }
        Rectangle {
            id: hints

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.stroke
            height: Theme.optionRow
            radius: Theme.radiusLarge
            color: Theme.surfaceRaised

            Divider {
                width: parent.width
            }
            Row {
                anchors.left: parent.left
                anchors.leftMargin: Theme.spacingL
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.spacingXs

                KeyCap {
                    text: "↑"
                }
                KeyCap {
                    text: "↓"
                }
                Caption {
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("choose")
                    rightPadding: Theme.spacingM
                }
                KeyCap {
                    text: qsTr("Enter", "name of the key")
                }
                Caption {
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("open")
                }
            }
        }
    }
}
