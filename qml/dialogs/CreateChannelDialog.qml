// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

Dialog {
    id: dialog

    required property Session session

    readonly property bool ready: !session.actionBusy && name.text.trim().length > 0

    title: qsTr("Create a channel")
    explanation: qsTr("A place for one subject, team or project.")
    onAboutToShow: session.clearActionError()
    onOpened: name.forceActiveFocus()
    onClosed: {
        name.text = "";
        topic.text = "";
        closedDoor.checked = false;
    }

    Connections {
        target: dialog.session
        function onActionDone() {
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
            placeholderText: qsTr("release-planning", "an example of a channel's name")
            error: dialog.session.actionError
            maximumLength: 100
            onEdited: dialog.session.clearActionError()
            onAccepted: if (dialog.ready) dialog.session.createChannel(text, closedDoor.checked, topic.text)
        }
        TextField {
            id: topic

            width: parent.width
            label: qsTr("Topic (optional)")
            placeholderText: qsTr("What is it about?")
            maximumLength: 250
            onAccepted: if (dialog.ready) dialog.session.createChannel(name.text, closedDoor.checked, text)
        }
        Switch {
            id: closedDoor

            width: parent.width
            text: qsTr("Private")
            explanation: checked ? qsTr("Only people who are invited can find and read it.") : qsTr("Everybody in the workspace can find and join it.")
        }
    }
    buttons: [
        Button {
            variant: Button.Outlined
            text: qsTr("Cancel")
            onClicked: dialog.reject()
        },
        Button {
            enabled: dialog.ready
            text: dialog.session.actionBusy ? qsTr("Creating…") : qsTr("Create")
            onClicked: dialog.session.createChannel(name.text, closedDoor.checked, topic.text)
        }
    ]
}
