// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// What a pane says when it has nothing to show, is loading or has failed, with the one thing to do about it.
Column {
    id: empty

    property string iconName
    required property string title
    property string text
    property string actionText
    property bool busy: false

    signal action

    width: Math.min(Theme.emptyTextWidth, parent ? parent.width - 2 * Theme.spacingL : Theme.emptyTextWidth)
    spacing: Theme.spacingS
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: empty.iconName.length > 0 || empty.busy
        width: Theme.logoSize
        height: Theme.logoSize
        radius: Theme.radiusLarge
        color: Theme.accentSoft

        Icon {
            anchors.centerIn: parent
            visible: !empty.busy
            name: empty.iconName
            color: Theme.accent
        }
        BusyIndicator {
            anchors.centerIn: parent
            running: empty.busy
        }
    }
    Heading {
        width: parent.width
        text: empty.title
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    Label {
        visible: empty.text.length > 0
        width: parent.width
        text: empty.text
        color: Theme.textMuted
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    Item {
        visible: button.visible
        width: parent.width
        height: Theme.spacingXs
    }
    Button {
        id: button

        anchors.horizontalCenter: parent.horizontalCenter
        visible: empty.actionText.length > 0
        variant: Button.Outlined
        text: empty.actionText
        onClicked: empty.action()
    }
}
