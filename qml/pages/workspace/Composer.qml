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
    // Null where words are not checked.
    property SpellChecker spelling: null
    property real maximumHeight: Infinity
    // The message whose text is being changed; empty while a new one is written.
    property string editingId
    // The message that is answered; empty for none.
    property string replyId
    // Writes into the open thread instead of the channel.
    property bool inThread: false
    // Files are being dragged to it.
    property bool receiving: false

    readonly property TimelineModel messages: inThread ? session.thread : session.timeline
    readonly property bool replying: replyId.length > 0
    readonly property bool editing: editingId.length > 0
    readonly property int limit: 10000
    readonly property int remaining: limit - input.length
    readonly property UploadListModel uploads: inThread ? session.threadUploads : session.uploads
    readonly property bool sendable: (input.text.trim().length > 0 || !editing && uploads.count > 0) && remaining >= 0
    readonly property bool direct: session.currentChannelType === "direct"

    signal sent
    // Shift+Tab: to what is above.
    signal leftBackwards

    function edit(messageId: string) {
        replyId = "";
        editingId = messageId;
        input.text = messages.editText(messageId);
        input.cursorPosition = input.length;
        input.forceActiveFocus();
    }
    function reply(messageId: string) {
        if (editing)
            stopEditing();
        replyId = messageId;
        input.forceActiveFocus();
    }
    function stopEditing() {
        editingId = "";
        input.text = inThread ? "" : session.draft(session.currentChannelId);
        input.cursorPosition = input.length;
    }
    function cancel() {
        if (editing)
            stopEditing();
        replyId = "";
    }
    function offer() {
        if (input.activeFocus && input.preeditText.length === 0)
            completions.update(input.text, input.cursorPosition);
    }
    function complete(row: int) {
        const text = completions.textOf(row);
        input.remove(completions.start, input.cursorPosition);
        input.insert(input.cursorPosition, text);
        completions.clear();
    }
    // Keys that are for the suggestions while there are any: true where it was one.
    function steer(key: int): bool {
        if (key === Qt.Key_Down)
            popup.step(1);
        else if (key === Qt.Key_Up)
            popup.step(-1);
        else if (key === Qt.Key_Return || key === Qt.Key_Enter)
            complete(popup.currentIndex);
        else if (key === Qt.Key_Escape)
            completions.clear();
        else
            return false;
        return true;
    }
    function insert(text: string) {
        input.insert(input.cursorPosition, text);
        input.forceActiveFocus();
    }
    function submit() {
        if (!sendable)
            return;
        if (editing) {
            messages.edit(editingId, input.text);
            stopEditing();
        } else {
            if (inThread)
                session.sendInThread(input.text);
            else
                session.send(input.text, replyId);
            replyId = "";
            input.clear();
            sent();
        }
    }

    implicitHeight: Math.min(Math.max(Theme.composerHeight, input.implicitHeight + bar.height + Theme.spacingS + (cards.visible ? cards.height + Theme.spacingS : 0)), maximumHeight)

    Connections {
        target: composer.session
        function onCurrentChannelChanged() {
            composer.replyId = "";
            composer.stopEditing();
        }
    }
    Component.onCompleted: stopEditing()

    Loader {
        id: chooser

        function take() {
            composer.session.attach((item as FileChooser).selectedFiles, composer.inThread);
            leave();
            input.forceActiveFocus();
        }
        function leave() {
            active = false;
        }

        active: false
        source: "FileChooser.qml"
        onLoaded: {
            const dialog = item as FileChooser;
            dialog.accepted.connect(chooser.take);
            dialog.rejected.connect(chooser.leave);
            dialog.title = qsTr("Attach files");
            dialog.open();
        }
    }
    WritingAids {
        id: aids

        editor: input
        checker: composer.spelling
        onPasted: if (!composer.session.pasteFiles(composer.inThread)) input.paste()
    }
    CompletionModel {
        id: completions

        session: composer.session
    }

    CompletionPopup {
        id: popup

        anchors.bottom: parent.top
        anchors.bottomMargin: Theme.spacingXs
        width: Math.min(parent.width, Theme.timelineMinimum)
        z: 1
        completions: completions
        onChosen: row => composer.complete(row)
    }
    OnDemand {
        id: picker

        function openAt(anchor: Item) {
            make();
            (item as EmojiPicker).openAt(anchor);
        }

        sourceComponent: EmojiPicker {
            onChosen: emoji => composer.insert(emoji)
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusLarge
        color: Theme.surface
        border.width: input.activeFocus || composer.receiving ? Theme.strokeFocus : Theme.stroke
        border.color: input.activeFocus || composer.receiving ? Theme.focus : Theme.lineStrong
    }

    ListView {
        id: cards

        anchors.top: parent.top
        anchors.topMargin: Theme.spacingS
        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingS
        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingS
        height: Theme.uploadHeight
        visible: count > 0
        orientation: ListView.Horizontal
        boundsBehavior: Flickable.StopAtBounds
        spacing: Theme.spacingS
        clip: true
        model: composer.uploads
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Attached files")
        // The newest is the one to look at.
        onCountChanged: positionViewAtEnd()

        delegate: UploadCard {
            width: Math.min(implicitWidth, cards.width)
            uploads: composer.uploads
        }
    }

    Flickable {
        id: scroll

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: cards.visible ? cards.bottom : parent.top
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
            // While its menu has the focus.
            persistentSelection: aids.menuOpen
            Accessible.name: placeholder.text

            onCursorPositionChanged: composer.offer()
            onActiveFocusChanged: if (!activeFocus) completions.clear()
            onTextChanged: {
                composer.offer();
                if (composer.editing || composer.inThread || !activeFocus || text === composer.session.draft(composer.session.currentChannelId))
                    return;
                composer.session.setDraft(composer.session.currentChannelId, text);
                composer.session.composing();
            }
            // A tab is for the keyboard's way through the window, not for the text.
            Keys.onTabPressed: completions.count > 0 ? composer.complete(popup.currentIndex) : nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: composer.leftBackwards()
            Keys.onMenuPressed: aids.openMenu(cursorPosition)
            onPressed: event => {
                if (event.button === Qt.RightButton)
                    aids.openMenu(positionAt(event.x, event.y));
            }
            Keys.onPressed: event => {
                if (completions.count > 0 && composer.steer(event.key)) {
                    event.accepted = true;
                } else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && !(event.modifiers & Qt.ShiftModifier)) {
                    composer.submit();
                    event.accepted = true;
                } else if (event.key === Qt.Key_F10 && (event.modifiers & Qt.ShiftModifier)) {
                    aids.openMenu(cursorPosition);
                    event.accepted = true;
                } else if (event.matches(StandardKey.Paste) && composer.session.pasteFiles(composer.inThread)) {
                    event.accepted = true;
                } else if (event.key === Qt.Key_Up && length === 0 && composer.messages.lastOwnMessageId().length > 0) {
                    composer.edit(composer.messages.lastOwnMessageId());
                    event.accepted = true;
                } else if (event.key === Qt.Key_Escape && (composer.editing || composer.replying)) {
                    composer.cancel();
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
                text: composer.inThread ? qsTr("Reply in the thread")
                    : composer.session.line === Session.Offline ? qsTr("Write now, it is sent once you are back online")
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
            id: tools

            anchors.left: parent.left
            anchors.leftMargin: Theme.spacingS
            anchors.verticalCenter: parent.verticalCenter

            IconButton {
                iconName: "paperclip"
                text: qsTr("Attach files")
                enabled: !composer.editing
                hoverFill: Theme.surfaceRaised
                onClicked: chooser.active = true
            }
            IconButton {
                id: smile

                iconName: "smile"
                text: qsTr("Emoji")
                hoverFill: Theme.surfaceRaised
                onClicked: picker.openAt(smile)
            }
            IconButton {
                iconName: "at-sign"
                text: qsTr("Mention somebody")
                hoverFill: Theme.surfaceRaised
                onClicked: composer.insert(input.length > 0 && !/\s$/.test(input.getText(0, input.cursorPosition)) ? " @" : "@")
            }
        }
        Loader {
            anchors.left: tools.right
            anchors.leftMargin: Theme.spacingS
            anchors.verticalCenter: parent.verticalCenter
            active: composer.editing || composer.replying
            sourceComponent: Row {
                spacing: Theme.spacingS

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    size: Theme.iconSmall
                    name: composer.editing ? "pencil" : "reply"
                    directional: !composer.editing
                    color: Theme.accent
                }
                Caption {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, bar.width / 2)
                    text: composer.editing ? qsTr("Editing your message") : qsTr("Replying to %1").arg(composer.messages.authorOf(composer.replyId))
                    color: Theme.text
                    font.weight: Theme.weightMedium
                    elide: Text.ElideRight
                }
                LinkButton {
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("Cancel")
                    onClicked: composer.cancel()
                }
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
            ComposerHints {
                anchors.verticalCenter: parent.verticalCenter
                visible: composer.width > Theme.timelineMinimum && !(composer.replying || composer.editing) || composer.width > Theme.timelineWide
                editing: composer.editing
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
