// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// A file that is being saved, or was: how far it is, and what can be done with it.
Rectangle {
    id: card

    required property int downloadId
    required property string name
    required property string iconName
    required property int stage
    required property real share
    required property string stateText

    required property Downloads downloads

    readonly property bool failed: stage === Downloads.Failed
    readonly property bool done: stage === Downloads.Done

    implicitWidth: Theme.downloadWidth
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
                color: card.done ? Theme.success : Theme.accent
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
            visible: card.failed
            iconName: "rotate-cw"
            text: qsTr("Try again")
            onClicked: card.downloads.retry(card.downloadId)
        }
        IconButton {
            visible: card.done
            iconName: "external-link"
            text: qsTr("Open %1", "file").arg(card.name)
            onClicked: card.downloads.open(card.downloadId)
        }
        IconButton {
            visible: card.done
            iconName: "folder-open"
            text: qsTr("Show %1 in its folder", "file").arg(card.name)
            onClicked: card.downloads.show(card.downloadId)
        }
        IconButton {
            iconName: "x"
            text: card.stage === Downloads.Running ? qsTr("Stop saving %1", "file").arg(card.name) : qsTr("Take %1 off the list", "file").arg(card.name)
            onClicked: card.downloads.dismiss(card.downloadId)
        }
    }
}
