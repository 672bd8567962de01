// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// The password was right; the account has a second factor.
FocusScope {
    id: step

    required property WelcomeController welcome

    readonly property bool ready: !welcome.busy && code.text.trim().length > 0

    function submit() {
        if (ready)
            welcome.enterCode(code.text);
    }

    implicitHeight: top.implicitHeight + Theme.spacingXl + bottom.implicitHeight

    Column {
        id: top

        width: parent.width

        BackButton {
            text: qsTr("Password")
            enabled: !step.welcome.busy
            onClicked: step.welcome.back()
        }
        Item { width: 1; height: Theme.spacingL }
        ServerHead {
            width: parent.width
            welcome: step.welcome
        }
        Item { width: 1; height: Theme.spacingXl }
        Heading {
            width: parent.width
            text: qsTr("Is it you, %1?", "user name").arg(step.welcome.suggestedUsername)
            wrapMode: Text.Wrap
        }
        Label {
            width: parent.width
            text: step.welcome.codeExplanation
            color: Theme.textMuted
            wrapMode: Text.Wrap
        }
        Item { width: 1; height: Theme.spacingL }
        TextField {
            id: code

            width: parent.width
            focus: true
            label: qsTr("Code")
            hint: qsTr("Without your phone, one of your recovery codes will do.")
            error: step.welcome.codeError
            enabled: !step.welcome.busy
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            onAccepted: step.submit()
        }
        Item { width: 1; height: Theme.spacingM }
        LinkButton {
            visible: step.welcome.canSendCode
            enabled: !step.welcome.busy
            text: qsTr("Send a code to my phone")
            onClicked: step.welcome.sendCode()
        }
    }

    Column {
        id: bottom

        anchors.bottom: parent.bottom
        width: parent.width

        Button {
            width: parent.width
            large: true
            enabled: step.ready
            text: step.welcome.busy ? qsTr("Signing in…") : qsTr("Sign in")
            onClicked: step.submit()
        }
    }
}
