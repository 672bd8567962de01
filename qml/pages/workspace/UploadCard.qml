// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// A file that is attached to a message being written: how far it is, and the way to stop it.
TransferCard {
    id: card

    required property string uploadId
    required picture

    required property UploadListModel uploads

    readonly property bool going: stage === UploadListModel.Running || stage === UploadListModel.Waiting

    implicitWidth: Theme.uploadWidth
    failed: stage === UploadListModel.Failed
    barColor: stage === UploadListModel.Done ? Theme.success : stage === UploadListModel.Paused ? Theme.textFaint : Theme.accent

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
