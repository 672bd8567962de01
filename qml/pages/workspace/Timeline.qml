// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// The messages of the open channel. The list lays out from the bottom, newest first, so that older rows are added at its
// far end; the viewport keeps what is being read in place.
FocusScope {
    id: timeline

    required property Session session
    property bool watched: true

    // The open thread instead of the channel.
    property bool inThread: false

    readonly property TimelineModel messages: inThread ? session.thread : session.timeline
    // The row whose menu shows: the one with the keyboard's focus, else the one under the pointer.
    readonly property MessageRow focusedRow: list.activeFocus || menu.activeFocus ? list.currentItem as MessageRow : null
    property MessageRow hoveredRow: null
    readonly property MessageRow menuRow: focusedRow ?? (pointer.hovered && !list.moving ? hoveredRow : null)

    signal editRequested(string messageId)
    signal replyRequested(string messageId)
    signal threadRequested(string messageId)
    // The keyboard goes back to the composer.
    signal escaped

    // By the keyboard, from the composer.
    function enter() {
        list.forceActiveFocus(Qt.BacktabFocusReason);
    }
    function goToNewest() {
        if (messages.atNewest)
            viewport.goToNewest();
        else
            messages.jumpToNewest();
    }

    function goToMessage(messageId: string) {
        const row = rows.mirrored(messages.rowOf(messageId));
        timeline.arriving = false;
        list.currentIndex = row;
        Qt.callLater(viewport.goToRow, row);
        list.forceActiveFocus(Qt.OtherFocusReason);
    }
    // The picker is one for the timeline; what it gives goes to the message for which it was opened.
    function react(messageId: string, anchor: Item) {
        picker.messageId = messageId;
        picker.openAt(anchor);
    }

    HoverHandler {
        id: pointer

        // Over the menu, which reaches into the row above its own, the row stays.
        onPointChanged: if (!menu.hovered) timeline.hoveredRow = list.itemAt(point.position.x, point.position.y + list.contentY) as MessageRow
    }

    // A channel with news opens at the "New" line, once its first page is there.
    property bool arriving: true

    function arrive() {
        if (!arriving || messages.loading || messages.count === 0)
            return;
        arriving = false;
        if (messages.firstUnreadRow >= 0)
            Qt.callLater(viewport.goToRow, rows.mirrored(messages.firstUnreadRow));
    }

    Connections {
        target: timeline.session
        function onCurrentChannelChanged() {
            timeline.arriving = true;
            timeline.arrive();
        }
    }
    Connections {
        target: timeline.session
        enabled: !timeline.inThread
        function onMessageShown(messageId: string) {
            timeline.goToMessage(messageId);
        }
    }
    Connections {
        target: timeline.messages
        function onWindowChanged() {
            timeline.arrive();
        }
    }

    ReversedListModel {
        id: rows

        sourceModel: timeline.messages
    }

    ListView {
        id: list

        anchors.fill: parent
        // Rows are made for a list that has its size.
        model: width > 0 && height > 0 ? rows : null
        verticalLayoutDirection: ListView.BottomToTop
        boundsBehavior: Flickable.StopAtBounds
        // Rows are reused, so that making one as it comes into view is cheap.
        cacheBuffer: 0
        reuseItems: true
        clip: true
        currentIndex: -1
        highlightFollowsCurrentItem: false
        keyNavigationEnabled: true
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Messages")
        T.ScrollBar.vertical: ScrollBar {
            id: bar
        }

        // A new model makes its first row the current one.
        onModelChanged: if (!activeFocus) currentIndex = -1
        onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
        onCurrentIndexChanged: {
            if (activeFocus) {
                viewport.release();
                positionViewAtIndex(currentIndex, ListView.Contain);
            }
        }
        Keys.onEscapePressed: timeline.escaped()
        Keys.onTabPressed: menu.visible ? menu.focusFirst() : timeline.escaped()

        delegate: MessageRow {
            width: list.width
            messages: timeline.messages
            pointed: timeline.menuRow === this
            ringed: list.activeFocus && ListView.isCurrentItem
            onEditRequested: timeline.editRequested(messageId)
            onDeleteRequested: confirm.ask(messageId)
            onReplyRequested: if (!timeline.inThread) timeline.replyRequested(messageId)
            onThreadRequested: if (!timeline.inThread) timeline.threadRequested(messageId)
            onReactRequested: anchor => timeline.react(messageId, anchor)
            onCopyLinkRequested: timeline.session.copyLink(messageId)
            onLinkActivated: link => timeline.session.openLink(link)
            onSaveRequested: (fileId, name) => timeline.session.saveFile(fileId, name)
            onPictureRequested: card => viewer.show(card)
        }
        // In this direction the header is at the bottom and the footer at the top.
        header: Item {
            implicitHeight: Theme.spacingXs
        }
        footer: Loader {
            width: list.width
            active: !timeline.inThread
            sourceComponent: TimelineStart {
                session: timeline.session
            }
        }
    }

    TimelineViewport {
        id: viewport

        view: list
        model: rows
        complete: timeline.messages.atNewest
        watched: timeline.watched
        handled: bar.pressed
        onOlderWanted: timeline.messages.loadOlder()
        onNewerWanted: timeline.messages.loadNewer()
        onRowRead: row => {
            if (!timeline.inThread)
                timeline.messages.markReadTo(rows.mirrored(row));
        }
    }

    RowMenu {
        id: menu

        row: timeline.menuRow
        inThread: timeline.inThread
        y: timeline.menuRow ? Math.max(0, timeline.menuRow.y + timeline.menuRow.bodyTop - list.contentY - Theme.spacingS) : 0
        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingXl
        onReactRequested: (messageId, anchor) => timeline.react(messageId, anchor)
        onReplyRequested: messageId => timeline.replyRequested(messageId)
        onThreadRequested: messageId => timeline.threadRequested(messageId)
        onPinRequested: (messageId, pinned) => timeline.messages.setPinned(messageId, pinned)
        onCopyRequested: messageId => timeline.messages.copyText(messageId)
        onLinkRequested: messageId => timeline.session.copyLink(messageId)
        onEditRequested: messageId => timeline.editRequested(messageId)
        onDeleteRequested: messageId => confirm.ask(messageId)
        onEscaped: list.forceActiveFocus()
    }

    Loader {
        anchors.fill: parent
        active: list.count === 0 && timeline.messages.loading
        sourceComponent: Item {
            EmptyState {
                anchors.centerIn: parent
                busy: true
                title: qsTr("Loading messages…")
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: list.count === 0 && !timeline.messages.loading && timeline.messages.loadError.length > 0
        sourceComponent: Item {
            EmptyState {
                anchors.centerIn: parent
                iconName: "circle-alert"
                title: qsTr("The messages could not be loaded")
                text: timeline.messages.loadError
                actionText: qsTr("Try again")
                onAction: timeline.messages.jumpToNewest()
            }
        }
    }

    JumpPill {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spacingS
        shown: list.count > 0 && (!viewport.atNewest || !timeline.messages.atNewest)
        unread: timeline.messages.unreadBelow
        onClicked: timeline.goToNewest()
    }

    OnDemand {
        id: viewer

        function show(card: fileCard) {
            active = true;
            (item as PictureViewer).show(card);
        }

        sourceComponent: PictureViewer {
            onSaveRequested: (fileId, name) => timeline.session.saveFile(fileId, name)
        }
    }
    OnDemand {
        id: picker

        property string messageId

        function openAt(anchor: Item) {
            make();
            (item as EmojiPicker).openAt(anchor);
        }

        sourceComponent: EmojiPicker {
            onChosen: emoji => timeline.messages.react(picker.messageId, emoji)
        }
    }
    OnDemand {
        id: confirm

        property string messageId

        function ask(id: string) {
            messageId = id;
            open();
        }

        sourceComponent: ConfirmDialog {
            title: qsTr("Delete this message?")
            explanation: qsTr("It disappears for everybody in the channel. This cannot be undone.")
            confirmText: qsTr("Delete")
            onAccepted: timeline.messages.remove(confirm.messageId)
        }
    }
}
