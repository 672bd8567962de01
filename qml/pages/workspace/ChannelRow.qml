// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat

// A channel or a conversation in the list: unread in bold, mentions in a pill, the current one on accentSoft. There are many,
// so that what few have is made for those alone.
T.ItemDelegate {
    id: row

    required property int index
    required property string channelId
    required property string name
    required property string type
    required property int unreadCount
    required property int mentionCount
    required property bool hasUnread
    required property bool isCurrent
    required property bool isMuted
    required property bool hasDraft
    required property bool isFavourite
    required property string presence
    required property string initials
    required property string avatar

    readonly property bool direct: type === "direct"
    readonly property bool loud: hasUnread && !isMuted
    readonly property color ink: loud || isCurrent ? Theme.text : Theme.textMuted
    readonly property color backdrop: isCurrent ? Theme.accentSoft : hovered ? Theme.surfaceSunken : Theme.surfaceRaised
    readonly property bool focused: ListView.isCurrentItem && (ListView.view?.activeFocus ?? false)

    signal chosen
    signal favouriteRequested(bool favourite)
    signal leaveRequested

    implicitHeight: Theme.rowHeight
    leftPadding: Theme.spacingL
    rightPadding: Theme.spacingL
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    text: name
    Accessible.role: Accessible.ListItem
    Accessible.name: direct ? qsTr("%1, direct message", "for screen readers").arg(name) : type === "private" ? qsTr("%1, private channel", "for screen readers").arg(name) : qsTr("%1, channel", "for screen readers").arg(name)
    Accessible.description: mentionCount > 0 ? qsTr("%n mention(s)", "", mentionCount) : hasUnread ? qsTr("%n unread message(s)", "", unreadCount) : ""
    Accessible.selected: isCurrent
    Accessible.onPressAction: row.chosen()

    onClicked: row.chosen()
    Keys.onReturnPressed: row.chosen()
    Keys.onEnterPressed: row.chosen()
    Keys.onSpacePressed: row.chosen()
    Keys.onMenuPressed: menu.active = true

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: menu.active = true
    }

    contentItem: Item {
        Loader {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            sourceComponent: row.direct ? person : sign
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: Theme.iconSize + Theme.spacingS
            anchors.right: end.left
            anchors.rightMargin: Theme.spacingXs
            text: row.name
            color: row.ink
            font.weight: row.loud ? Theme.weightStrong : row.isCurrent ? Theme.weightMedium : Theme.weightNormal
            elide: Text.ElideRight
        }
        Row {
            id: end

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.spacingXs

            Loader {
                anchors.verticalCenter: parent.verticalCenter
                active: row.hasDraft && !row.isCurrent
                visible: active
                sourceComponent: Icon {
                    size: Theme.iconSmall
                    name: "pencil"
                    color: row.ink
                }
            }
            Loader {
                anchors.verticalCenter: parent.verticalCenter
                active: row.isMuted
                visible: active
                sourceComponent: Icon {
                    size: Theme.iconSmall
                    name: "bell-off"
                    color: row.ink
                }
            }
            Loader {
                anchors.verticalCenter: parent.verticalCenter
                active: row.mentionCount > 0 && !row.isCurrent
                visible: active
                sourceComponent: Badge {
                    count: row.mentionCount
                }
            }
        }
    }
    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: Theme.spacingS
            anchors.rightMargin: Theme.spacingS
            radius: Theme.radius
            color: row.backdrop

            Loader {
                anchors.fill: parent
                active: row.focused
                sourceComponent: FocusRing {
                    inside: true
                }
            }
        }
    }

    Component {
        id: sign

        Icon {
            name: row.type === "private" ? "lock" : "hash"
            color: row.isCurrent ? Theme.accent : row.ink
        }
    }
    Component {
        id: person

        Avatar {
            size: Theme.avatarTiny
            initials: row.initials
            picture: row.avatar
            presence: row.presence
            backdrop: row.backdrop
            selected: row.isCurrent
        }
    }
    Loader {
        id: menu

        active: false
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingXl
        sourceComponent: Item {
            Menu {
                Component.onCompleted: open()
                onClosed: menu.active = false

                MenuItem {
                    text: qsTr("Open")
                    iconName: "arrow-right"
                    onTriggered: row.chosen()
                }
                MenuItem {
                    text: row.isFavourite ? qsTr("Remove from favourites") : qsTr("Add to favourites")
                    iconName: row.isFavourite ? "star-off" : "star"
                    onTriggered: row.favouriteRequested(!row.isFavourite)
                }
                MenuItem {
                    enabled: !row.direct
                    text: qsTr("Leave channel")
                    iconName: "log-out"
                    onTriggered: row.leaveRequested()
                }
            }
        }
    }
}
