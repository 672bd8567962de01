// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

FocusScope {
    id: pane

    required property Session session

    signal chosen
    signal switcherRequested
    signal createRequested
    signal browseRequested
    signal newMessageRequested

    Rectangle {
        anchors.fill: parent
        color: Theme.surfaceRaised
    }
    Divider {
        anchors.right: parent.right
        height: parent.height
    }

    Item {
        id: header

        width: parent.width
        height: Theme.headerHeight

        T.Button {
            id: workspace

            anchors.left: parent.left
            anchors.right: compose.left
            anchors.leftMargin: Theme.spacingS
            anchors.rightMargin: Theme.spacingXs
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.controlHeight
            leftPadding: Theme.spacingS
            rightPadding: Theme.spacingXs
            text: pane.session.serverName
            focusPolicy: Qt.StrongFocus
            hoverEnabled: true
            onClicked: workspaceMenu.open()
            Keys.onReturnPressed: workspace.click()

            contentItem: Item {
                Heading {
                    anchors.left: parent.left
                    anchors.right: chevron.left
                    anchors.verticalCenter: parent.verticalCenter
                    text: workspace.text
                    elide: Text.ElideRight
                }
                Icon {
                    id: chevron

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    name: "chevron-down"
                }
            }
            background: Rectangle {
                radius: Theme.radius
                color: workspace.down ? Theme.accentSoft : workspace.hovered ? Theme.surfaceSunken : "transparent"

                FocusRing {
                    inside: true
                    visible: workspace.visualFocus
                }
            }
            OnDemand {
                id: workspaceMenu

                anchors.fill: parent
                sourceComponent: Menu {
                    y: workspace.height + Theme.spacingXs

                    MenuItem {
                        text: qsTr("Browse channels…")
                        iconName: "compass"
                        onTriggered: pane.browseRequested()
                    }
                    MenuItem {
                        text: qsTr("Create a channel…")
                        iconName: "plus"
                        onTriggered: pane.createRequested()
                    }
                    MenuItem {
                        text: qsTr("New direct message…")
                        iconName: "square-pen"
                        onTriggered: pane.newMessageRequested()
                    }
                }
            }
        }
        IconButton {
            id: compose

            anchors.right: parent.right
            anchors.rightMargin: Theme.spacingM
            anchors.verticalCenter: parent.verticalCenter
            iconName: "square-pen"
            text: qsTr("New direct message")
            keyHint: "Ctrl+N"
            onClicked: pane.newMessageRequested()
        }
        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    T.Button {
        id: jump

        anchors.top: header.bottom
        anchors.topMargin: Theme.spacingS
        anchors.horizontalCenter: parent.horizontalCenter
        width: parent.width - 2 * Theme.spacingS
        height: Theme.controlHeight
        text: qsTr("Go to…")
        focusPolicy: Qt.StrongFocus
        hoverEnabled: true
        Accessible.description: qsTr("Find a channel or a person by name")
        onClicked: pane.switcherRequested()
        Keys.onReturnPressed: jump.click()

        contentItem: Item {
            Icon {
                id: glass

                anchors.left: parent.left
                anchors.leftMargin: Theme.spacingS
                anchors.verticalCenter: parent.verticalCenter
                name: "search"
            }
            Label {
                anchors.left: glass.right
                anchors.leftMargin: Theme.spacingS
                anchors.right: hint.left
                anchors.verticalCenter: parent.verticalCenter
                text: jump.text
                color: Theme.textMuted
                elide: Text.ElideRight
            }
            Caption {
                id: hint

                anchors.right: parent.right
                anchors.rightMargin: Theme.spacingS
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Ctrl K", "key")
                color: Theme.textMuted
            }
        }
        background: Rectangle {
            radius: Theme.radius
            color: jump.hovered ? Theme.surfaceSunken : Theme.surface
            border.width: Theme.stroke
            border.color: Theme.line

            FocusRing {
                inside: true
                visible: jump.visualFocus
            }
        }
    }

    ListView {
        id: list

        // The current channel's, when the list was last told of it.
        property int openRow: -1

        function showFocus() {
            if (activeFocus && currentIndex < 0 && count > 0)
                currentIndex = Math.max(0, Math.min(openRow, count - 1));
        }

        anchors.top: jump.bottom
        anchors.topMargin: Theme.spacingXs
        anchors.bottom: parent.bottom
        width: parent.width - Theme.stroke
        clip: true
        focus: true
        activeFocusOnTab: true
        // Rows are made for a list that has its size.
        model: width > 0 && height > 0 ? pane.session.channels : null
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        highlightFollowsCurrentItem: true
        highlightMoveDuration: 0
        currentIndex: -1
        // The focus is always to be seen, also where the rows come after it.
        onActiveFocusChanged: showFocus()
        // A new model makes its first row the current one.
        onModelChanged: {
            currentIndex = -1;
            showFocus();
        }
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Channels and direct messages")
        T.ScrollBar.vertical: ScrollBar {}

        section.property: "section"
        section.delegate: ChannelSection {
            width: list.width
            onAddRequested: section === "direct" ? pane.newMessageRequested() : pane.createRequested()
        }
        delegate: ChannelRow {
            width: list.width
            // The keyboard begins where one is.
            Component.onCompleted: if (isCurrent) list.openRow = index
            onIsCurrentChanged: if (isCurrent) list.openRow = index
            onChosen: {
                pane.session.openChannel(channelId);
                pane.chosen();
            }
            onFavouriteRequested: favourite => pane.session.setFavourite(channelId, favourite)
            onLeaveRequested: pane.session.leaveChannel(channelId)
        }
        footer: ChannelListFooter {
            width: list.width
            loadState: pane.session.channelsState
            count: list.count
            onBrowseRequested: pane.browseRequested()
            onRetryRequested: pane.session.reloadChannels()
        }
    }
}
