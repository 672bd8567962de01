// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

// A message out of its place: who, where, when, and two lines of it. Choosing it goes there.
T.ItemDelegate {
    id: row

    required property string messageId
    required property string channelId
    required property string channelName
    required property string authorName
    required property string initials
    required property string avatar
    required property string timeText
    // The model's, in one line.
    required text
    property bool showsChannel: false
    property bool focused: false

    signal chosen

    implicitHeight: column.height + 2 * Theme.spacingS
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2: %3", "author, time, text").arg(authorName).arg(timeText).arg(text)
    Accessible.onPressAction: row.chosen()
    onClicked: row.chosen()
    Keys.onReturnPressed: row.chosen()
    Keys.onEnterPressed: row.chosen()

    contentItem: Item {
        Avatar {
            id: disc

            x: LayoutMirroring.enabled ? parent.width - width - Theme.spacingL : Theme.spacingL
            y: Theme.spacingS
            size: Theme.avatarMedium
            initials: row.initials
            picture: row.avatar
        }
        Column {
            id: column

            anchors.left: disc.right
            anchors.leftMargin: Theme.spacingM
            anchors.right: parent.right
            anchors.rightMargin: Theme.spacingL
            y: Theme.spacingS

            Item {
                width: parent.width
                height: Theme.bodyLine

                Label {
                    id: author

                    width: Math.min(implicitWidth, time.x - Theme.spacingS)
                    text: row.authorName
                    font.weight: Theme.weightStrong
                    elide: Text.ElideRight
                }
                Caption {
                    anchors.left: author.right
                    anchors.leftMargin: Theme.spacingS
                    anchors.right: time.left
                    anchors.rightMargin: Theme.spacingS
                    anchors.verticalCenter: parent.verticalCenter
                    visible: row.showsChannel
                    text: row.channelName
                    elide: Text.ElideRight
                }
                Caption {
                    id: time

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.timeText
                    font.features: { "tnum": 1 }
                }
            }
            Label {
                width: parent.width
                text: row.text
                color: Theme.textMuted
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
            }
        }
    }
    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: Theme.spacingS
            anchors.rightMargin: Theme.spacingS
            radius: Theme.radius
            color: row.down ? Theme.accentSoft : row.hovered ? Theme.surfaceRaised : Theme.surface

            FocusRing {
                inside: true
                visible: row.focused
            }
        }
    }
}
