// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

// The timeline with the composer under it, or why there is none.
FocusScope {
    id: conversation

    required property Session session
    required property SpellChecker spelling
    property bool watched: true
    property real windowHeight: height
    // Files are over the window: the composer shows that it takes them.
    property bool receiving: false

    readonly property real composerSpace: height - composer.y

    readonly property bool open: session.currentChannelId.length > 0

    signal browseRequested
    signal threadRequested(string messageId)

    Loader {
        anchors.fill: parent
        active: !conversation.open && conversation.session.channelsState === Session.Loading
        sourceComponent: Item {
            EmptyState {
                anchors.centerIn: parent
                busy: true
                title: qsTr("Loading your workspace…")
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: !conversation.open && conversation.session.channelsState === Session.Failed
        sourceComponent: Item {
            EmptyState {
                anchors.centerIn: parent
                iconName: "wifi-off"
                title: qsTr("The workspace could not be loaded")
                text: conversation.session.lineText
                actionText: qsTr("Try again")
                onAction: conversation.session.reloadChannels()
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: !conversation.open && conversation.session.channelsState === Session.Ready
        sourceComponent: Item {
            EmptyState {
                anchors.centerIn: parent
                iconName: "messages-square"
                title: qsTr("Pick a conversation")
                text: qsTr("Choose a channel or a person on the left, or see which channels there are.")
                actionText: qsTr("Browse channels")
                onAction: conversation.browseRequested()
            }
        }
    }

    Timeline {
        id: timeline

        anchors.top: parent.top
        anchors.bottom: downloads.top
        width: parent.width
        visible: conversation.open
        session: conversation.session
        watched: conversation.watched && conversation.visible
        onEditRequested: messageId => composer.edit(messageId)
        onReplyRequested: messageId => composer.reply(messageId)
        onThreadRequested: messageId => conversation.threadRequested(messageId)
        onEscaped: composer.forceActiveFocus()
    }

    DownloadList {
        id: downloads

        anchors.bottom: typing.top
        x: Theme.spacingXl
        width: parent.width - 2 * Theme.spacingXl
        height: implicitHeight
        downloads: conversation.session.downloads
    }

    Item {
        id: typing

        anchors.bottom: composer.top
        x: Theme.spacingXl
        width: parent.width - 2 * Theme.spacingXl
        height: Theme.typingHeight
        visible: conversation.open

        TypingDots {
            id: dots

            anchors.verticalCenter: parent.verticalCenter
            visible: conversation.session.typingText.length > 0
            running: visible
        }
        Caption {
            anchors.left: dots.right
            anchors.leftMargin: Theme.spacingS
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: conversation.session.typingText
            elide: Text.ElideRight
        }
    }

    Composer {
        id: composer

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spacingL
        x: Theme.spacingXl
        width: parent.width - 2 * Theme.spacingXl
        visible: conversation.open && conversation.session.currentIsMember
        height: visible ? implicitHeight : Theme.composerHeight
        focus: true
        session: conversation.session
        spelling: conversation.spelling
        receiving: conversation.receiving
        maximumHeight: conversation.windowHeight * Theme.composerShare
        onSent: timeline.goToNewest()
        onLeftBackwards: timeline.enter()
    }
    Loader {
        anchors.fill: composer
        active: conversation.open && !conversation.session.currentIsMember
        sourceComponent: JoinBar {
            session: conversation.session
        }
    }
}
