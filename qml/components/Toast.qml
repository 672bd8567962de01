// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// A one-line notice over the page: what went wrong and a button to put it away.
Rectangle {
    id: toast

    required property string text
    property string iconName: "circle-alert"
    property color iconColor: Theme.danger

    signal dismissed

    width: parent ? Math.min(Theme.toastWidth, parent.width - 2 * Theme.spacingL) : Theme.toastWidth
    implicitHeight: Math.max(Theme.controlLarge, label.height + 2 * Theme.spacingM)
    radius: Theme.radiusLarge
    color: Theme.surfaceRaised
    border.width: Theme.stroke
    border.color: Theme.lineStrong
    visible: text.length > 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingM
        y: Theme.spacingM
        name: toast.iconName
        color: toast.iconColor
    }
    Label {
        id: label

        anchors.left: icon.right
        anchors.leftMargin: Theme.spacingS
        anchors.right: close.left
        anchors.rightMargin: Theme.spacingS
        y: Theme.spacingM
        text: toast.text
        wrapMode: Text.Wrap
    }
    IconButton {
        id: close

        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter
        iconName: "x"
        text: qsTr("Dismiss")
        onClicked: toast.dismissed()
    }
}
