// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// A key for a program: what it is called, what it may do, and for how long.
Dialog {
    id: dialog

    required property ApiKeys apiKeys
    property int scope: ApiKeys.Read
    property int days: 90

    readonly property bool ready: !apiKeys.busy && name.text.trim().length > 0 && (!apiKeys.passwordNeeded || password.text.length > 0)

    function submit() {
        if (ready)
            apiKeys.make(name.text, scope, days, password.text);
    }

    title: qsTr("New API key")
    explanation: qsTr("A program that has it acts in your name.")
    onAboutToShow: {
        name.text = "";
        password.text = "";
        apiKeys.begin();
    }
    onOpened: name.forceActiveFocus()
    buttons: [
        Button {
            variant: Button.Outlined
            text: qsTr("Cancel")
            onClicked: dialog.reject()
        },
        Button {
            enabled: dialog.ready
            text: qsTr("Make the key")
            onClicked: dialog.submit()
        }
    ]

    Connections {
        target: dialog.apiKeys
        function onKeyMade() {
            dialog.close();
        }
    }

    contentItem: Column {
        spacing: Theme.spacingL

        TextField {
            id: name

            width: parent.width
            focus: true
            label: qsTr("Name")
            hint: qsTr("What uses it, so that you know it again.")
            error: dialog.apiKeys.passwordNeeded ? "" : dialog.apiKeys.makeError
            maximumLength: Theme.nameLength
            onAccepted: dialog.submit()
        }
        Column {
            width: parent.width
            spacing: Theme.spacingM

            RadioButton {
                width: parent.width
                text: qsTr("Read")
                explanation: qsTr("It sees what you see, and changes nothing.")
                checked: dialog.scope === ApiKeys.Read
                onClicked: dialog.scope = ApiKeys.Read
            }
            RadioButton {
                width: parent.width
                text: qsTr("Read and write")
                explanation: qsTr("It can send, edit and delete as you can.")
                checked: dialog.scope === ApiKeys.ReadAndWrite
                onClicked: dialog.scope = ApiKeys.ReadAndWrite
            }
            RadioButton {
                width: parent.width
                text: qsTr("Administer")
                explanation: qsTr("Everything an administrator can do, if you are one.")
                checked: dialog.scope === ApiKeys.Administer
                onClicked: dialog.scope = ApiKeys.Administer
            }
        }
        Column {
            width: parent.width
            spacing: Theme.spacingXs

            Caption {
                text: qsTr("Good for")
                color: Theme.text
                font.weight: Theme.weightStrong
            }
            Row {
                spacing: Theme.spacingS

                Chip {
                    text: qsTr("30 days")
                    autoExclusive: true
                    onClicked: dialog.days = 30
                }
                Chip {
                    text: qsTr("90 days")
                    autoExclusive: true
                    checked: true
                    onClicked: dialog.days = 90
                }
                Chip {
                    text: qsTr("A year")
                    autoExclusive: true
                    onClicked: dialog.days = 365
                }
                Chip {
                    text: qsTr("No end")
                    autoExclusive: true
                    onClicked: dialog.days = 0
                }
            }
        }
        PasswordField {
            id: password

            width: parent.width
            visible: dialog.apiKeys.passwordNeeded
            label: qsTr("Your password, to be sure that it is you")
            error: dialog.apiKeys.makeError
            onVisibleChanged: if (visible) forceActiveFocus()
            onAccepted: dialog.submit()
        }
    }
}
