// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// The top of the right panel: what it is, how many, and the way out. Where the panel is the page, the way out is back.
Item {
    id: header

    property string title
    property string detail
    property bool isPage: false

    signal closed

    implicitHeight: Theme.headerHeight

    IconButton {
        id: back

        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingM
        anchors.verticalCenter: parent.verticalCenter
        visible: header.isPage
        iconName: "arrow-left"
        directional: true
        text: qsTr("Back")
        onClicked: header.closed()
    }
    Heading {
        id: heading

        anchors.left: header.isPage ? back.right : parent.left
        anchors.leftMargin: header.isPage ? Theme.spacingM : Theme.spacingL
        anchors.verticalCenter: parent.verticalCenter
        text: header.title
    }
    Caption {
        anchors.left: heading.right
        anchors.leftMargin: Theme.spacingS
        anchors.right: close.left
        anchors.rightMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter
        text: header.detail
        elide: Text.ElideRight
    }
    IconButton {
        id: close

        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingM
        anchors.verticalCenter: parent.verticalCenter
        visible: !header.isPage
        iconName: "x"
        text: qsTr("Close")
        hoverFill: Theme.surfaceRaised
        onClicked: header.closed()
    }
    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
