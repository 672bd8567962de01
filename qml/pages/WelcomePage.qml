// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// Connect to a server, sign in to it, or host a workspace on this computer. While there are other accounts, one can go back to
// them.
FocusScope {
    id: page

    required property ChatApplication app

    readonly property WelcomeController welcome: app.welcome
    readonly property int start: app.adding && width >= Theme.breakNarrow ? Theme.railWidth : 0

    function stepComponent(): Component {
        switch (welcome.step) {
        case WelcomeController.SignIn:
            return signIn;
        case WelcomeController.Code:
            return code;
        case WelcomeController.SignUp:
            return signUp;
        case WelcomeController.Host:
            return host;
        default:
            return connect;
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }

    Loader {
        width: page.start
        height: parent.height
        anchors.left: parent.left
        active: page.start > 0
        sourceComponent: Rail {
            accounts: page.app.accounts
            onAccountChosen: row => page.app.showAccount(row)
        }
    }
    Shortcut {
        enabled: page.app.adding
        sequence: "Esc"
        onActivated: page.app.leaveWelcome()
    }

    Flickable {
        id: scroll

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.horizontalCenterOffset: page.start / 2
        width: Math.min(parent.width, Theme.welcomeWidth)
        height: Math.min(parent.height, Math.max(Theme.welcomeHeight, contentHeight))
        y: (parent.height - height) / 2
        contentHeight: Math.max(step.implicitHeight + 2 * Theme.spacingXl, Math.min(page.height, Theme.welcomeHeight))
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: interactive
        T.ScrollBar.vertical: ScrollBar {}

        Loader {
            id: step

            x: Theme.spacingXl
            y: Theme.spacingXl
            width: scroll.width - 2 * Theme.spacingXl
            height: scroll.contentHeight - 2 * Theme.spacingXl
            focus: true
            visible: !page.welcome.resuming
            // Whoever was at a field goes on at the next step's.
            onLoaded: (item as FocusScope).forceActiveFocus()
            sourceComponent: page.stepComponent()
        }
    }

    EmptyState {
        anchors.centerIn: parent
        visible: page.welcome.resuming
        busy: true
        title: qsTr("Signing you in…")
    }

    Component {
        id: connect

        ConnectStep {
            focus: true
            welcome: page.welcome
            adding: page.app.adding
            onLeaveRequested: page.app.leaveWelcome()
        }
    }
    Component {
        id: signIn

        SignInStep {
            focus: true
            welcome: page.welcome
        }
    }
    Component {
        id: code

        CodeStep {
            focus: true
            welcome: page.welcome
        }
    }
    Component {
        id: signUp

        SignUpStep {
            focus: true
            welcome: page.welcome
        }
    }
    Component {
        id: host

        HostStep {
            focus: true
            welcome: page.welcome
        }
    }
}
