// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// How far a message of one's own is: on its way, waiting for the line, or failed with what can be done.
Row {
    id: status

    required property string text
    property bool failed: false

    signal retryRequested
    signal editRequested
    signal discardRequested

    spacing: Theme.spacingXs

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconSmall
        name: status.failed ? "circle-alert" : "clock"
        color: status.failed ? Theme.danger : Theme.textMuted
    }
    Caption {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, status.width - Theme.iconSmall - Theme.spacingXs - (status.failed ? actions.width + Theme.spacingS : 0))
        text: status.text
        color: status.failed ? Theme.danger : Theme.textMuted
        elide: Text.ElideRight
        font.features: { "tnum": 1 }
    }
    Row {
        id: actions

        anchors.verticalCenter: parent.verticalCenter
        leftPadding: Theme.spacingS
        spacing: Theme.spacingM
        visible: status.failed

        LinkButton {
            text: qsTr("Retry")
            onClicked: status.retryRequested()
        }
        LinkButton {
            text: qsTr("Edit")
            onClicked: status.editRequested()
        }
        LinkButton {
            text: qsTr("Discard")
            onClicked: status.discardRequested()
        }
    }
}
