// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// What the channel is, what one wants to hear of it, and the way out.
Panel {
    id: panel

    required property Session session

    readonly property bool direct: session.currentChannelType === "direct"

    function reset() {
        name.text = session.currentChannelName;
        topic.text = session.currentChannelTopic;
        // Its beginning is what is read.
        topic.input.cursorPosition = 0;
        session.clearActionError();
    }

    title: direct ? qsTr("About this conversation") : qsTr("About this channel")
    Component.onCompleted: {
        reset();
        if (replacesTimeline)
            forceActiveFocus(Qt.TabFocusReason);
    }

    Connections {
        target: panel.session
        function onCurrentChannelChanged() {
            panel.reset();
        }
    }

    Flickable {
        id: scroll

        anchors.fill: parent
        contentHeight: column.height + 2 * Theme.spacingL
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ScrollBar {}

        Column {
            id: column

            x: Theme.spacingL
            y: Theme.spacingL
            width: scroll.width - 2 * Theme.spacingL
            spacing: Theme.spacingL

            TextField {
                id: name

                width: parent.width
                visible: !panel.direct
                label: qsTr("Name")
                maximumLength: Theme.nameLength
                readOnly: !panel.session.canChangeCurrent
                error: panel.session.actionError
                onAccepted: save.clicked()
            }
            TextField {
                id: topic

                width: parent.width
                visible: !panel.direct
                label: qsTr("Topic")
                readOnly: !panel.session.canChangeCurrent
                hint: panel.session.canChangeCurrent ? "" : qsTr("Who owns the channel can change these.")
                onAccepted: save.clicked()
            }
            Button {
                id: save

                visible: !panel.direct && panel.session.canChangeCurrent
                enabled: !panel.session.actionBusy && name.text.trim().length > 0 && (name.text.trim() !== panel.session.currentChannelName || topic.text.trim() !== panel.session.currentChannelTopic)
                text: qsTr("Save")
                onClicked: panel.session.changeChannel(name.text, topic.text)
            }
            Label {
                width: parent.width
                text: panel.session.currentCreatedText
                color: Theme.textMuted
                wrapMode: Text.Wrap
            }
            Divider {
                width: parent.width
                visible: panel.session.currentIsMember
            }
            Heading {
                visible: panel.session.currentIsMember
                text: qsTr("Notifications")
            }
            Repeater {
                model: panel.session.currentIsMember ? [["all", qsTr("Every message"), qsTr("You hear of everything that is written.")], ["mentions", qsTr("Mentions only"), qsTr("You hear when somebody names you.")], ["none", qsTr("None"), qsTr("It stays quiet. What is unread still shows in the list.")]] : []

                RadioButton {
                    id: choice

                    required property var modelData

                    // What the server says, not what was clicked.
                    function follow() {
                        checked = Qt.binding(() => panel.session.currentNotificationLevel === choice.modelData[0]);
                    }

                    width: column.width
                    text: modelData[1]
                    explanation: modelData[2]
                    Component.onCompleted: follow()
                    onClicked: {
                        panel.session.setNotificationLevel(modelData[0]);
                        follow();
                    }
                }
            }
            Button {
                visible: !panel.direct && panel.session.currentIsMember
                variant: Button.DangerOutlined
                text: qsTr("Leave channel")
                onClicked: panel.session.leaveChannel(panel.session.currentChannelId)
            }
        }
    }
}
