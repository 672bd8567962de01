// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQml
import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

T.ApplicationWindow {
    id: window

    required property ChatApplication app

    readonly property bool inWorkspace: app.page === ChatApplication.Workspace && app.session !== null
    readonly property bool signedIn: app.accounts.count > 0
    readonly property int shortcutAccounts: 9

    // Who comes back to the workspace is not shown the welcome page first, unless it takes so long that one wonders.
    property bool patient: true

    width: Theme.welcomeWidth
    height: Theme.welcomeHeight
    minimumWidth: Theme.windowMinimumWidth
    minimumHeight: Theme.windowMinimumHeight
    visible: true
    title: inWorkspace && app.session.currentChannelName.length > 0 ? qsTr("%1 · %2 – PlexiChat", "channel, workspace").arg(app.session.currentChannelName).arg(app.session.serverName) : qsTr("PlexiChat")
    color: Theme.surface
    font: Application.font

    // A page is made when the window's size and the theme are known, so that nothing has to be laid out twice.
    property bool prepared: false

    // The workspace's size is remembered; the welcome page of who has none yet is smaller.
    function fit() {
        width = signedIn ? app.settings.windowWidth : Theme.welcomeWidth;
        height = signedIn ? app.settings.windowHeight : Theme.welcomeHeight;
    }

    Component.onCompleted: {
        fit();
        prepared = true;
    }
    onSignedInChanged: fit()
    onWidthChanged: if (signedIn) app.settings.windowWidth = width
    onHeightChanged: if (signedIn) app.settings.windowHeight = height

    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    Binding { target: Theme; property: "dark"; value: window.app.settings.dark }
    Binding { target: Theme; property: "fontScale"; value: window.app.settings.fontScale }
    Binding { target: Theme; property: "compact"; value: window.app.settings.compact }
    Binding { target: Theme; property: "reducedMotion"; value: window.app.settings.reducedMotion }

    Timer {
        interval: Theme.patience
        running: true
        onTriggered: window.patient = false
    }

    Shortcut { sequence: "Ctrl+Q"; onActivated: Qt.quit() }

    Instantiator {
        model: window.shortcutAccounts

        Shortcut {
            required property int index

            sequence: `Ctrl+${index + 1}`
            onActivated: window.app.showAccount(index)
        }
    }

    FocusScope {
        // The window's content takes this size only when the window is on the screen.
        width: window.width
        height: window.height
        focus: true

        // Each account has a page of its own while it is shown, and none while it is not.
        Repeater {
            model: window.app.accounts

            Loader {
                id: account

                required property Session session
                required property bool isCurrent

                anchors.fill: parent
                active: window.prepared && window.inWorkspace && isCurrent
                onLoaded: (item as FocusScope).forceActiveFocus()
                sourceComponent: WorkspacePage {
                    session: account.session
                    accounts: window.app.accounts
                    settings: window.app.settings
                    spelling: window.app.spelling
                    watched: window.active
                    onAccountChosen: row => window.app.showAccount(row)
                    onAccountAddRequested: window.app.addAccount()
                }
            }
        }
        // By name, so that who comes back to the workspace need not wait for what is on this page.
        Loader {
            id: welcome

            readonly property bool wanted: !window.inWorkspace && !(window.patient && window.app.welcome.resuming)

            function update() {
                if (wanted)
                    setSource("pages/WelcomePage.qml", { app: window.app });
                else
                    source = "";
            }

            anchors.fill: parent
            onWantedChanged: update()
            Component.onCompleted: update()
            onLoaded: (item as FocusScope).forceActiveFocus()
        }
    }
}
