// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// A person's picture, or their initials in a disc, with the presence mark at its lower end corner where a presence is given.
Item {
    id: avatar

    required property string initials
    // From the server, which cuts nothing off: the provider makes it round.
    property url picture
    property string presence
    property int size: Theme.avatarLarge
    property color backdrop: Theme.surface
    // On a selected row accentSoft would vanish.
    property bool selected: false

    readonly property bool small: size <= Theme.avatarSmall

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusFull
        color: avatar.selected ? Theme.surface : Theme.accentSoft

        Text {
            anchors.centerIn: parent
            visible: image.status !== Image.Ready
            textFormat: Text.PlainText
            text: avatar.small ? avatar.initials.slice(0, 1) : avatar.initials
            color: Theme.accent
            // A disc does not grow with the text.
            font.pixelSize: Math.min(avatar.size * 0.5, avatar.size >= Theme.avatarProfile ? Theme.titleSize : avatar.small ? Theme.captionSize : Theme.bodySize)
            font.weight: Theme.weightStrong
        }
    }
    Image {
        id: image

        anchors.fill: parent
        source: avatar.picture
        sourceSize: Qt.size(width * Screen.devicePixelRatio, height * Screen.devicePixelRatio)
        asynchronous: true
    }
    PresenceMark {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.rightMargin: avatar.small ? -Theme.spacingXs : -Theme.presenceRing
        anchors.bottomMargin: avatar.small ? -Theme.spacingXs : -Theme.presenceRing
        visible: avatar.presence.length > 0
        presence: avatar.presence
        backdrop: avatar.backdrop
    }
}
