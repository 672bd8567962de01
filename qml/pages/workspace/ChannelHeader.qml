// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// The open channel: its name, its topic, who is in it.
Item {
    id: header

    required property Session session
    property bool showsDrawerButton: false
    // Which of the panels is open; empty for none.
    property string panel

    readonly property bool direct: session.currentChannelType === "direct"
    // Where there is little room, some of the tools are in the menu.
    readonly property bool narrow: width < Theme.timelineMinimum
    readonly property bool leavable: !direct && session.currentIsMember
    readonly property bool named: session.currentChannelName.length > 0

    function openMenu() {
        more.open();
    }

    signal drawerRequested
    signal panelToggled(string name)

    implicitHeight: Theme.headerHeight

    IconButton {
        id: drawerButton

        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingM
        anchors.verticalCenter: parent.verticalCenter
        visible: header.showsDrawerButton
        iconName: "menu"
        text: header.session.hasUnreadElsewhere ? qsTr("Channels, with unread messages") : qsTr("Channels")
        onClicked: header.drawerRequested()

        Rectangle {
            anchors.right: parent.right
            visible: header.session.hasUnreadElsewhere
            width: Theme.presenceSize
            height: Theme.presenceSize
            radius: Theme.radiusFull
            color: Theme.accent
            border.width: Theme.presenceRing
            border.color: Theme.surface
        }
    }

    Item {
        id: sign

        anchors.left: header.showsDrawerButton ? drawerButton.right : parent.left
        anchors.leftMargin: header.showsDrawerButton ? Theme.spacingM : Theme.spacingXl
        anchors.verticalCenter: parent.verticalCenter
        width: header.direct ? Theme.avatarSmall : Theme.iconSize
        height: width
        visible: header.named

        Icon {
            anchors.centerIn: parent
            visible: !header.direct
            name: header.session.currentChannelType === "private" ? "lock" : "hash"
        }
        Avatar {
            anchors.centerIn: parent
            visible: header.direct
            size: Theme.avatarSmall
            initials: header.session.currentChannelName
            picture: header.session.currentAvatar
            presence: header.session.currentPresence
        }
    }
    Heading {
        id: name

        // What stands between the edge and it.
        readonly property real before: (header.showsDrawerButton ? drawerButton.width + Theme.spacingM : Theme.spacingL) + Theme.spacingM + sign.width

        anchors.left: sign.right
        anchors.leftMargin: header.direct ? Theme.spacingM : Theme.spacingXs
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, Math.max(0, header.width - before - tools.width - 2 * Theme.spacingL))
        text: header.session.currentChannelName
        elide: Text.ElideRight
    }
    Caption {
        anchors.left: name.right
        anchors.leftMargin: Theme.spacingM
        anchors.right: tools.left
        anchors.rightMargin: Theme.spacingM
        anchors.verticalCenter: parent.verticalCenter
        text: header.session.currentChannelTopic
        elide: Text.ElideRight
        maximumLineCount: 1
    }

    Row {
        id: tools

        anchors.right: parent.right
        anchors.rightMargin: header.showsDrawerButton ? Theme.spacingM : Theme.spacingL
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spacingXs
        visible: header.named

        T.Button {
            id: members

            checked: header.panel === "members"
            height: Theme.controlHeight
            horizontalPadding: Theme.spacingS
            implicitWidth: implicitContentWidth + leftPadding + rightPadding
            text: qsTr("%n member(s)", "", header.session.currentMemberCount)
            focusPolicy: Qt.StrongFocus
            hoverEnabled: true
            onClicked: header.panelToggled("members")
            Keys.onReturnPressed: members.click()

            contentItem: Row {
                spacing: Theme.spacingXs

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "users"
                    color: members.checked ? Theme.accent : members.hovered ? Theme.text : Theme.textMuted
                }
                Caption {
                    anchors.verticalCenter: parent.verticalCenter
                    text: header.session.currentMemberCount.toLocaleString(Qt.locale(), "f", 0)
                    color: members.checked ? Theme.accent : Theme.textMuted
                    font.features: { "tnum": 1 }
                }
            }
            background: Rectangle {
                radius: Theme.radius
                color: members.checked || members.down ? Theme.accentSoft : members.hovered ? Theme.surfaceRaised : "transparent"
                border.width: members.checked ? Theme.stroke : 0
                border.color: Theme.accent

                FocusRing {
                    inside: true
                    visible: members.visualFocus
                }
            }
            HoverTip {
                shown: members.hovered && !members.down
                text: qsTr("%1 (%2)", "action, then its key").arg(members.text).arg("Ctrl+Shift+M")
            }
        }
        IconButton {
            visible: !header.narrow
            iconName: "pin"
            checked: header.panel === "pins"
            hoverFill: Theme.surfaceRaised
            text: qsTr("Pinned messages")
            onClicked: header.panelToggled("pins")
        }
        IconButton {
            visible: !header.narrow
            iconName: "paperclip"
            checked: header.panel === "files"
            hoverFill: Theme.surfaceRaised
            text: qsTr("Files")
            onClicked: header.panelToggled("files")
        }
        IconButton {
            iconName: "search"
            checked: header.panel === "search"
            hoverFill: Theme.surfaceRaised
            text: qsTr("Search")
            keyHint: "Ctrl+F"
            onClicked: header.panelToggled("search")
        }
        IconButton {
            iconName: "ellipsis"
            hoverFill: Theme.surfaceRaised
            text: qsTr("More about this channel")
            onClicked: header.openMenu()

            OnDemand {
                id: more

                anchors.fill: parent
                sourceComponent: Menu {
                    x: parent && Application.layoutDirection === Qt.LeftToRight ? parent.width - width : 0
                    y: Theme.controlHeight + Theme.spacingXs

                    MenuItem {
                        text: header.session.currentIsFavourite ? qsTr("Remove from favourites") : qsTr("Add to favourites")
                        iconName: header.session.currentIsFavourite ? "star-off" : "star"
                        offered: header.session.currentIsMember
                        onTriggered: header.session.setFavourite(header.session.currentChannelId, !header.session.currentIsFavourite)
                    }
                    MenuItem {
                        offered: header.narrow
                        text: qsTr("Pinned messages")
                        iconName: "pin"
                        onTriggered: header.panelToggled("pins")
                    }
                    MenuItem {
                        offered: header.narrow
                        text: qsTr("Files")
                        iconName: "paperclip"
                        onTriggered: header.panelToggled("files")
                    }
                    MenuItem {
                        text: qsTr("Details")
                        iconName: "info"
                        onTriggered: header.panelToggled("details")
                    }
                    MenuItem {
                        offered: header.leavable
                        text: qsTr("Leave channel")
                        iconName: "log-out"
                        onTriggered: header.session.leaveChannel(header.session.currentChannelId)
                    }
                }
            }
        }
    }
    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
