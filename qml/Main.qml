// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

T.ApplicationWindow {
    id: window

    required property ChatApplication app

    readonly property bool inWorkspace: app.page === ChatApplication.Workspace && app.session !== null

    width: Theme.welcomeWidth
    height: Theme.welcomeHeight
    minimumWidth: Theme.windowMinimumWidth
    minimumHeight: Theme.windowMinimumHeight
    visible: true
    title: inWorkspace && app.session.currentChannelName.length > 0 ? qsTr("%1 · %2 – PlexiChat", "channel, workspace").arg(app.session.currentChannelName).arg(app.session.serverName) : qsTr("PlexiChat")
    color: Theme.surface
    font: Application.font

    // The workspace's size is remembered; the welcome page has its own.
    function fit() {
        width = inWorkspace ? app.settings.windowWidth : Theme.welcomeWidth;
        height = inWorkspace ? app.settings.windowHeight : Theme.welcomeHeight;
    }

    Component.onCompleted: fit()
    onInWorkspaceChanged: fit()
    onWidthChanged: if (inWorkspace) app.settings.windowWidth = width
    onHeightChanged: if (inWorkspace) app.settings.windowHeight = height

    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    Binding { target: Theme; property: "dark"; value: window.app.settings.dark }
    Binding { target: Theme; property: "fontScale"; value: window.app.settings.fontScale }
    Binding { target: Theme; property: "reducedMotion"; value: window.app.settings.reducedMotion }

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: window.inWorkspace ? workspacePage : welcomePage
    }

    Component {
        id: welcomePage

        WelcomePage {
            focus: true
            welcome: window.app.welcome
        }
    }
    Component {
        id: workspacePage

        WorkspacePage {
            focus: true
            session: window.app.session
            settings: window.app.settings
            watched: window.active
        }
    }
}
