// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

FocusScope {
    id: step

    required property WelcomeController welcome
    // Beside accounts that are signed in.
    property bool adding: false

    signal leaveRequested

    implicitHeight: top.implicitHeight + Theme.spacingXl + bottom.implicitHeight

    Column {
        id: top

        width: parent.width

        BackButton {
            visible: step.adding
            enabled: !step.welcome.busy
            text: qsTr("Back to the workspace")
            onClicked: step.leaveRequested()
        }
        Item { width: 1; height: step.adding ? Theme.spacingL : 0 }
        Rectangle {
            width: Theme.logoSize
            height: Theme.logoSize
            radius: Theme.radiusLarge
            color: Theme.accent

            Icon {
                anchors.centerIn: parent
                name: "messages-square"
                size: Theme.spacingXl
                color: Theme.textOnAccent
            }
        }
        Item { width: 1; height: Theme.spacingXl }
        Title {
            width: parent.width
            text: step.adding ? qsTr("Add an account") : qsTr("Welcome to PlexiChat")
            wrapMode: Text.Wrap
        }
        Label {
            width: parent.width
            text: qsTr("Connect to your team's server, or host one here.")
            color: Theme.textMuted
            wrapMode: Text.Wrap
        }
        Item { width: 1; height: Theme.spacingXl }
        TextField {
            id: addressField

            width: parent.width
            focus: true
            label: qsTr("Server address")
            placeholderText: qsTr("chat.example.org", "an example of a server's address")
            text: step.welcome.address
            error: step.welcome.addressError
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
            enabled: !step.welcome.busy
            onAccepted: step.welcome.connectTo(text)
        }
        Item { width: 1; height: Theme.spacingL }
        Button {
            width: parent.width
            large: true
            enabled: !step.welcome.busy && addressField.text.trim().length > 0
            text: step.welcome.busy ? qsTr("Connecting…") : qsTr("Connect")
            onClicked: step.welcome.connectTo(addressField.text)
        }
        Item { width: 1; height: Theme.spacingXl }
        Caption {
            width: parent.width
            visible: servers.count > 0
            text: qsTr("On this computer before")
            font.weight: Theme.weightStrong
        }
        Item { width: 1; height: Theme.spacingXs }
        Repeater {
            id: servers

            model: step.welcome.rememberedServers

            CardButton {
                id: server

                required property string name
                required property string address
                required property string username

                x: -Theme.spacingS
                width: top.width + 2 * Theme.spacingS
                framed: false
                enabled: !step.welcome.busy
                text: name
                explanation: qsTr("%1 · %2", "server address, user name").arg(address).arg(username)
                tile: Component {
                    WorkspaceTile {
                        name: server.name
                    }
                }
                onClicked: step.welcome.connectTo(server.address)
            }
        }
    }

    Column {
        id: bottom

        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.spacingS

        CardButton {
            width: parent.width
            visible: step.welcome.canHost
            enabled: !step.welcome.busy
            iconName: "server"
            text: qsTr("Host a workspace on this computer")
            explanation: qsTr("For a team, a family or a trial")
            onClicked: step.welcome.showHost()
        }
    }
}
