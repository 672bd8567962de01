// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

FocusScope {
    id: step

    required property WelcomeController welcome

    readonly property bool ready: !welcome.busy && workspace.text.trim().length > 0 && displayName.text.trim().length > 0 && username.text.trim().length > 0 && password.text.length > 0

    implicitHeight: top.implicitHeight + Theme.spacingXl + bottom.implicitHeight

    Column {
        id: top

        width: parent.width

        BackButton {
            text: qsTr("Back")
            enabled: !step.welcome.busy
            onClicked: step.welcome.back()
        }
        Item { width: 1; height: Theme.spacingL }
        Title {
            width: parent.width
            text: qsTr("Host a workspace here")
            wrapMode: Text.Wrap
        }
        Item { width: 1; height: Theme.spacingXs }
        Label {
            width: parent.width
            text: qsTr("The server is part of this app. Your data stays on this computer.")
            color: Theme.textMuted
            wrapMode: Text.Wrap
        }
        Item { width: 1; height: Theme.spacingXl }
        TextField {
            id: workspace

            width: parent.width
            focus: true
            label: qsTr("Workspace name")
            placeholderText: qsTr("Our team")
            enabled: !step.welcome.busy
            onAccepted: displayName.forceActiveFocus()
        }
        Item { width: 1; height: Theme.spacingL }
        Row {
            width: parent.width
            spacing: Theme.spacingL

            TextField {
                id: displayName

                width: (parent.width - parent.spacing) / 2
                label: qsTr("Your name")
                enabled: !step.welcome.busy
                onAccepted: username.forceActiveFocus()
            }
            TextField {
                id: username

                width: (parent.width - parent.spacing) / 2
                label: qsTr("Username")
                inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
                enabled: !step.welcome.busy
                onAccepted: password.forceActiveFocus()
            }
        }
        Item { width: 1; height: Theme.spacingL }
        PasswordField {
            id: password

            width: parent.width
            label: qsTr("Password")
            hint: qsTr("You sign in with it, and it protects the workspace: choose a long one.")
            error: step.welcome.hostError
            enabled: !step.welcome.busy
            onAccepted: if (step.ready) step.welcome.startHosting(workspace.text, displayName.text, username.text, text)
        }
    }

    Column {
        id: bottom

        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.spacingL

        Rectangle {
            visible: step.welcome.busy || step.welcome.hostError.length > 0
            width: parent.width
            height: steps.implicitHeight + 2 * Theme.spacingM
            radius: Theme.radiusLarge
            color: Theme.surfaceRaised
            border.width: Theme.stroke
            border.color: Theme.line

            Column {
                id: steps

                x: Theme.spacingL
                y: Theme.spacingM
                width: parent.width - 2 * Theme.spacingL

                Repeater {
                    model: step.welcome.hostSteps

                    HostStepRow {
                        width: steps.width
                    }
                }
            }
        }
        Row {
            width: parent.width
            spacing: Theme.spacingS

            Button {
                width: (parent.width - parent.spacing) / 2
                large: true
                variant: Button.Outlined
                enabled: !step.welcome.busy
                text: qsTr("Cancel")
                onClicked: step.welcome.back()
            }
            Button {
                width: (parent.width - parent.spacing) / 2
                large: true
                enabled: step.ready
                text: step.welcome.busy ? qsTr("Creating…") : qsTr("Create")
                onClicked: step.welcome.startHosting(workspace.text, displayName.text, username.text, password.text)
            }
        }
    }
}
