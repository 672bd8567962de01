// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// A file that is being saved, or was: how far it is, and what can be done with it.
TransferCard {
    id: card

    required property int downloadId

    required property Downloads downloads

    readonly property bool done: stage === Downloads.Done

    implicitWidth: Theme.downloadWidth
    failed: stage === Downloads.Failed
    barColor: done ? Theme.success : Theme.accent

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
