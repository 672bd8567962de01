// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// A message and the replies to it, with a composer of its own.
Panel {
    id: panel

    required property Session session
    required property SpellChecker spelling

    title: qsTr("Thread")
    detail: session.thread.count > 1 ? qsTr("%n repl(ies)", "", session.thread.count - 1) : ""
    Component.onCompleted: composer.forceActiveFocus()

    Timeline {
        anchors.top: parent.top
        anchors.bottom: composer.top
        anchors.bottomMargin: Theme.spacingS
        width: parent.width
        session: panel.session
        inThread: true
        onEditRequested: messageId => composer.edit(messageId)
        onEscaped: composer.forceActiveFocus()
    }
    Composer {
        id: composer

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spacingL
        x: Theme.spacingL
        width: parent.width - 2 * Theme.spacingL
        height: implicitHeight
        focus: true
        session: panel.session
        spelling: panel.spelling
        inThread: true
        maximumHeight: panel.height * Theme.composerShare
    }
}
