// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// The message that is replied to, in one line with a bent stroke from it to the avatar.
Item {
    id: quote

    required property string author
    required property string text

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("In reply to %1: %2").arg(author).arg(text)

    Item {
        anchors.left: parent.left
        anchors.leftMargin: Theme.avatarLarge / 2
        y: parent.height / 2
        width: Theme.avatarLarge / 2 + Theme.spacingS
        height: parent.height / 2 + Theme.spacingXs
        clip: true

        Rectangle {
            width: parent.width * 2
            height: parent.height * 2
            x: LayoutMirroring.enabled ? parent.width - width : 0
            radius: Theme.radius
            color: "transparent"
            border.width: Theme.strokeFocus
            border.color: Theme.line
        }
    }
    Caption {
        id: name

        anchors.left: parent.left
        anchors.leftMargin: Theme.avatarLarge + Theme.spacingM
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, parent.width / 3)
        text: quote.author
        font.weight: Theme.weightStrong
        elide: Text.ElideRight
    }
    Caption {
        anchors.left: name.right
        anchors.leftMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(0, Math.min(implicitWidth, quote.width - (quote.width > Theme.timelineMinimum ? Theme.quoteInset : Theme.tileSize + Theme.spacingL) - name.width))
        text: quote.text
        maximumLineCount: 1
        elide: Text.ElideRight
    }
}
