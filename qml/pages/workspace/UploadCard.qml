// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// A file that is attached to a message being written: how far it is, and the way to stop it.
Rectangle {
    id: card

    required property string uploadId
    required property string name
    required property string iconName
    required property url picture
    required property int stage
    required property real share
    required property string stateText

    required property UploadListModel uploads

    readonly property bool going: stage === UploadListModel.Running || stage === UploadListModel.Waiting
    readonly property bool failed: stage === UploadListModel.Failed

    implicitWidth: Theme.uploadWidth
    implicitHeight: Theme.uploadHeight
    radius: Theme.radius
    color: Theme.surfaceRaised
    border.width: Theme.stroke
    border.color: failed ? Theme.danger : Theme.line
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2", "file, how far it is").arg(name).arg(stateText)

    FileThumb {
        id: thumb

        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter
        iconName: card.iconName
        picture: card.picture
    }
    Column {
        anchors.left: thumb.right
        anchors.leftMargin: Theme.spacingS
        anchors.right: tools.left
        anchors.rightMargin: Theme.spacingXs
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spacingXs / 2

        Caption {
            width: parent.width
            text: card.name
            color: Theme.text
            font.weight: Theme.weightMedium
            elide: Text.ElideMiddle
        }
        Rectangle {
            width: parent.width
            height: Theme.progressHeight
            visible: !card.failed
            radius: height / 2
            color: Theme.line

            Rectangle {
                width: parent.width * card.share
                height: parent.height
                radius: height / 2
                color: card.stage === UploadListModel.Done ? Theme.success : card.stage === UploadListModel.Paused ? Theme.textFaint : Theme.accent
            }
        }
        Caption {
            width: parent.width
            text: card.stateText
            color: card.failed ? Theme.danger : Theme.textMuted
            maximumLineCount: card.failed ? 2 : 1
            wrapMode: card.failed ? Text.Wrap : Text.NoWrap
            elide: Text.ElideRight
            font.features: { "tnum": 1 }
        }
    }
    Row {
        id: tools

        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingXs
        anchors.verticalCenter: parent.verticalCenter

        IconButton {
            visible: card.stage !== UploadListModel.Done
            iconName: card.going ? "pause" : card.failed ? "rotate-cw" : "play"
            text: card.going ? qsTr("Pause") : card.failed ? qsTr("Try again") : qsTr("Go on")
            onClicked: card.going ? card.uploads.pause(card.uploadId) : card.uploads.resume(card.uploadId)
        }
        IconButton {
            iconName: "x"
            text: qsTr("Remove %1").arg(card.name)
            onClicked: card.uploads.remove(card.uploadId)
        }
    }
}
