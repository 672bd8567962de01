// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// What people answered with an emoji. A click joins in, or takes one's own back.
Flow {
    id: row

    required property var reactions

    signal toggled(string emoji)
    signal addRequested(Item anchor)

    spacing: Theme.spacingXs

    Repeater {
        model: row.reactions

        T.Button {
            id: pill

            required property reactionPill modelData

            implicitWidth: content.implicitWidth + leftPadding + rightPadding
            implicitHeight: Theme.reactionHeight
            horizontalPadding: Theme.spacingS
            focusPolicy: Qt.StrongFocus
            hoverEnabled: true
            text: qsTr("%1, %n reaction(s): %2", "emoji, who", modelData.count).arg(modelData.emoji).arg(modelData.names)
            Accessible.checkable: true
            Accessible.checked: modelData.own
            onClicked: row.toggled(modelData.emoji)
            Keys.onReturnPressed: pill.click()

            contentItem: Row {
                id: content

                spacing: Theme.spacingXs

                Text {
                    anchors.verticalCenter: parent.verticalCenter
                    text: pill.modelData.emoji
                    textFormat: Text.PlainText
                    color: Theme.text
                    font.family: Theme.emojiFamily
                    font.pixelSize: Theme.bodySize
                }
                Caption {
                    anchors.verticalCenter: parent.verticalCenter
                    text: pill.modelData.count.toLocaleString(Qt.locale(), "f", 0)
                    color: pill.modelData.own ? Theme.accent : Theme.textMuted
                    font.weight: pill.modelData.own ? Theme.weightStrong : Theme.weightNormal
                    font.features: { "tnum": 1 }
                }
            }
            background: Rectangle {
                radius: Theme.radiusFull
                color: pill.modelData.own ? Theme.accentSoft : pill.hovered ? Theme.surfaceSunken : Theme.surface
                border.width: Theme.stroke
                border.color: pill.modelData.own ? Theme.accent : Theme.line

                FocusRing {
                    visible: pill.visualFocus
                    targetRadius: Theme.reactionHeight / 2
                }
            }
            HoverTip {
                shown: pill.hovered && !pill.down
                text: pill.modelData.names
            }
        }
    }
    IconButton {
        id: add

        implicitHeight: Theme.reactionHeight
        iconSize: Theme.iconSmall
        iconName: "smile-plus"
        text: qsTr("Add a reaction")
        onClicked: row.addRequested(add)
    }
}
