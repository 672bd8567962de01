// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

Item {
    id: header

    // "favourites", "channels" or "direct"
    required property string section

    readonly property bool direct: section === "direct"
    readonly property bool favourites: section === "favourites"

    signal addRequested

    implicitHeight: Theme.rowHeight + Theme.spacingS

    Caption {
        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingL
        anchors.right: add.left
        anchors.verticalCenter: add.verticalCenter
        text: header.favourites ? qsTr("Favourites") : header.direct ? qsTr("Direct messages") : qsTr("Channels")
        font.weight: Theme.weightStrong
        elide: Text.ElideRight
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    IconButton {
        id: add

        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingM
        anchors.bottom: parent.bottom
        visible: !header.favourites
        iconName: "plus"
        iconSize: Theme.iconSmall
        text: header.direct ? qsTr("New direct message") : qsTr("Create a channel")
        onClicked: header.addRequested()
    }
}
