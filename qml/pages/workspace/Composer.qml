// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// Enter sends, Shift+Enter breaks, Up in an empty field edits the last own message, Esc leaves the editing.
FocusScope {
    id: composer

    required property Session session
    property real maximumHeight: Infinity
    // The message whose text is being changed; empty while a new one is written.
    property string editingId

    readonly property TimelineModel messages: session.timeline
    readonly property bool editing: editingId.length > 0
    readonly property int limit: 10000
    readonly property int remaining: limit - input.length
    readonly property bool sendable: input.text.trim().length > 0 && remaining >= 0
    readonly property bool direct: session.currentChannelType === "direct"

    signal sent
    // Shift+Tab: to what is above.
    signal leftBackwards

    function edit(messageId: string) {
        editingId = messageId;
        input.text = messages.editText(messageId);
        input.cursorPosition = input.length;
        input.forceActiveFocus();
    }
    function stopEditing() {
        editingId = "";
        input.text = session.draft(session.currentChannelId);
        input.cursorPosition = input.length;
    }
    function submit() {
        if (!sendable)
            return;
        if (editing) {
            messages.edit(editingId, input.text);
            stopEditing();
        } else {
            session.send(input.text);
            input.clear();
            sent();
        }
    }

    implicitHeight: Math.min(Math.max(Theme.composerHeight, input.implicitHeight + bar.height + Theme.spacingS), maximumHeight)

    Connections {
        target: composer.session
        function onCurrentChannelChanged() {
            composer.stopEditing();
        }
    }
    Component.onCompleted: stopEditing()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusLarge
        color: Theme.surface
        border.width: input.activeFocus ? Theme.strokeFocus : Theme.stroke
        border.color: input.activeFocus ? Theme.focus : Theme.lineStrong
    }

    Flickable {
        id: scroll

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: bar.top
        anchors.margins: Theme.strokeFocus
        anchors.bottomMargin: 0
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ScrollBar {}

        T.TextArea.flickable: T.TextArea {
            id: input

            focus: true
            leftPadding: Theme.spacingL - Theme.strokeFocus
            rightPadding: Theme.spacingL - Theme.strokeFocus
            topPadding: Theme.spacingM - Theme.strokeFocus
            bottomPadding: Theme.spacingXs
            implicitHeight: contentHeight + topPadding + bottomPadding
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.textOnAccent
            font.pixelSize: Theme.bodySize
            selectByMouse: true
            Accessible.name: placeholder.text

            onTextChanged: {
                if (composer.editing || !activeFocus || text === composer.session.draft(composer.session.currentChannelId))
                    return;
                composer.session.setDraft(composer.session.currentChannelId, text);
                composer.session.composing();
            }
            // A tab is for the keyboard's way through the window, not for the text.
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: composer.leftBackwards()
            Keys.onPressed: event => {
                if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && !(event.modifiers & Qt.ShiftModifier)) {
                    composer.submit();
                    event.accepted = true;
                } else if (event.key === Qt.Key_Up && length === 0 && composer.messages.lastOwnMessageId().length > 0) {
                    composer.edit(composer.messages.lastOwnMessageId());
                    event.accepted = true;
                } else if (event.key === Qt.Key_Escape && composer.editing) {
                    composer.stopEditing();
                    event.accepted = true;
                }
            }

            Label {
                id: placeholder

                x: input.leftPadding
                y: input.topPadding
                width: input.width - input.leftPadding - input.rightPadding
                visible: input.length === 0 && input.preeditText.length === 0
                inset: 0
                lineHeightMode: Text.ProportionalHeight
                lineHeight: 1
                text: composer.session.line === Session.Offline ? qsTr("Write now, it is sent once you are back online")
                    : composer.direct ? qsTr("Message %1").arg(composer.session.currentChannelName)
                    : qsTr("Message #%1").arg(composer.session.currentChannelName)
                color: Theme.textFaint
                elide: Text.ElideRight
            }
        }
    }

    Item {
        id: bar

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spacingXs + Theme.strokeFocus
        width: parent.width
        height: Theme.controlHeight

        Row {
            anchors.left: parent.left
            anchors.leftMargin: Theme.spacingL
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.spacingS
            visible: composer.editing

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                size: Theme.iconSmall
                name: "pencil"
                color: Theme.accent
            }
            Caption {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Editing your message")
                color: Theme.text
                font.weight: Theme.weightMedium
            }
            LinkButton {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Cancel")
                onClicked: composer.stopEditing()
            }
        }

        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.spacingS
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.spacingXs

            Caption {
                anchors.verticalCenter: parent.verticalCenter
                visible: composer.remaining < composer.limit / 20
                rightPadding: Theme.spacingS
                text: composer.remaining >= 0 ? qsTr("%n character(s) left", "", composer.remaining) : qsTr("%n character(s) too many", "", -composer.remaining)
                color: composer.remaining >= 0 ? Theme.textMuted : Theme.danger
                font.features: { "tnum": 1 }
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
            Row {
                anchors.verticalCenter: parent.verticalCenter
                visible: composer.width > Theme.timelineMinimum
                spacing: Theme.spacingXs
                rightPadding: Theme.spacingXs

                KeyCap {
                    text: qsTr("Enter", "name of the key")
                }
                Caption {
                    anchors.verticalCenter: parent.verticalCenter
                    text: composer.editing ? qsTr("saves") : qsTr("sends")
                    rightPadding: Theme.spacingXs
                }
                KeyCap {
                    text: qsTr("Shift", "name of the key")
                }
                KeyCap {
                    text: qsTr("Enter", "name of the key")
                }
                Caption {
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("new line")
                }
            }
            SendButton {
                enabled: composer.sendable
                text: composer.editing ? qsTr("Save") : qsTr("Send")
                iconName: composer.editing ? "check" : "send-horizontal"
                onClicked: composer.submit()
            }
        }
    }
}
