// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

// The files that are being saved, side by side.
ListView {
    id: list

    required property Downloads downloads

    implicitHeight: count > 0 ? Theme.uploadHeight : 0
    visible: count > 0
    orientation: ListView.Horizontal
    boundsBehavior: Flickable.StopAtBounds
    spacing: Theme.spacingS
    clip: true
    model: downloads
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Saved files")
    // The newest is the one to look at.
    onCountChanged: positionViewAtEnd()

    delegate: DownloadCard {
        width: Math.min(implicitWidth, list.width)
        downloads: list.downloads
    }
}
