// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

// One message: day and "New" lines above it where they belong, the quoted message, author, text, and how far sending is.
FocusScope {
    id: row

    required property int index
    required property string messageId
    required property string authorName
    required property string initials
    required property string content
    required property string timeText
    required property string fullTimeText
    required property string dayText
    required property bool isFirstOfGroup
    required property bool isEdited
    required property bool isDeleted
    required property bool isOwn
    required property int sendState
    required property string stateText
    required property bool showsNewMarker
    required property string replyAuthor
    required property string replyText
    required property bool mentionsMe
    required property var parts
    required property var reactions
    required property bool isPinned
    required property int replyCount
    required property string lastReplyText
    required property var attachments
    required property string avatar

    required property TimelineModel messages
    // Under the pointer or the keyboard's focus, so that the row's menu shows.
    property bool pointed: false
    property bool ringed: false

    // Where the message itself begins, under the lines.
    readonly property real bodyTop: day.height + news.height
    readonly property bool changeable: isOwn && !isDeleted && sendState === TimelineModel.Sent
    readonly property bool rich: parts.length > 0
    readonly property bool answerable: !isDeleted && sendState === TimelineModel.Sent
    readonly property bool wordless: content.length === 0 && attachments.length > 0
    readonly property bool unsent: sendState !== TimelineModel.Sent

    signal editRequested
    signal deleteRequested
    signal replyRequested
    signal threadRequested
    signal reactRequested(Item anchor)
    signal copyLinkRequested
    signal linkActivated(string link)
    signal saveRequested(string fileId, string name)
    signal pictureRequested(fileCard card)

    implicitHeight: bodyTop + body.height
    Accessible.role: Accessible.ListItem
    Accessible.name: isDeleted ? qsTr("%1, %2: deleted message", "author, time").arg(authorName).arg(fullTimeText) : qsTr("%1, %2: %3", "author, time, text").arg(authorName).arg(fullTimeText).arg(wordless ? qsTr("%n file(s)", "", attachments.length) : content)
    Accessible.description: stateText

    Keys.onPressed: event => {
        if (event.matches(StandardKey.Copy) && !isDeleted) {
            messages.copyText(messageId);
            event.accepted = true;
        } else if (event.key === Qt.Key_R && answerable) {
            row.replyRequested();
            event.accepted = true;
        } else if (event.key === Qt.Key_T && answerable) {
            row.threadRequested();
            event.accepted = true;
        } else if (event.key === Qt.Key_P && answerable) {
            messages.setPinned(messageId, !isPinned);
            event.accepted = true;
        } else if (event.key === Qt.Key_L && answerable) {
            row.copyLinkRequested();
            event.accepted = true;
        } else if (event.key === Qt.Key_Plus && answerable) {
            row.reactRequested(row);
            event.accepted = true;
        } else if (event.key === Qt.Key_E && changeable) {
            row.editRequested();
            event.accepted = true;
        } else if (event.key === Qt.Key_Delete && changeable) {
            row.deleteRequested();
            event.accepted = true;
        }
    }

    Loader {
        id: day

        x: Theme.spacingXl
        width: parent.width - 2 * Theme.spacingXl
        height: active ? Theme.dayLineHeight : 0
        active: row.dayText.length > 0
        sourceComponent: DayLine {
            text: row.dayText
        }
    }
    Loader {
        id: news

        anchors.top: day.bottom
        x: Theme.spacingXl
        width: parent.width - 2 * Theme.spacingXl
        height: active ? Theme.newLineHeight : 0
        active: row.showsNewMarker
        sourceComponent: NewLine {}
    }

    Rectangle {
        id: body

        anchors.top: news.bottom
        width: parent.width
        height: column.y + column.height + Theme.messageGap
        color: row.pointed ? Theme.surfaceRaised : "transparent"

        Loader {
            id: quote

            x: Theme.spacingXl
            y: Theme.spacingXs
            width: parent.width - 2 * Theme.spacingXl
            height: active ? Theme.quoteHeight : 0
            active: row.replyAuthor.length > 0
            sourceComponent: QuoteLine {
                author: row.replyAuthor
                text: row.replyText
            }
        }
        Loader {
            anchors.left: parent.left
            anchors.leftMargin: Theme.spacingXl
            y: column.y
            active: row.isFirstOfGroup
            sourceComponent: Avatar {
                initials: row.initials
                picture: row.avatar
                backdrop: body.color
            }
        }
        Caption {
            anchors.right: column.left
            anchors.rightMargin: Theme.spacingM
            y: column.y + (Theme.bodyLine - Theme.captionLine) / 2
            // Where large text leaves room for it.
            visible: row.pointed && !row.isFirstOfGroup && implicitWidth < column.anchors.leftMargin
            text: row.timeText
            color: Theme.textFaint
            font.features: { "tnum": 1 }
        }

        Column {
            id: column

            anchors.left: parent.left
            anchors.leftMargin: Theme.spacingXl + Theme.avatarLarge + Theme.spacingM
            anchors.right: parent.right
            anchors.rightMargin: Theme.spacingXl
            y: (row.isFirstOfGroup ? Theme.groupGap : Theme.messageGap) + quote.height

            Loader {
                width: parent.width
                height: active ? Theme.bodyLine : 0
                active: row.isFirstOfGroup
                visible: active
                sourceComponent: AuthorLine {
                    author: row.authorName
                    time: row.timeText
                    fullTime: row.fullTimeText
                }
            }
            Loader {
                width: parent.width
                height: active ? Theme.statusLineHeight : 0
                active: row.isPinned
                visible: active
                sourceComponent: Row {
                    spacing: Theme.spacingXs

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        size: Theme.iconSmall
                        name: "pin"
                        color: Theme.warning
                    }
                    Caption {
                        anchors.verticalCenter: parent.verticalCenter
                        text: qsTr("Pinned")
                    }
                }
            }
            Item {
                width: parent.width
                visible: !row.wordless
                height: row.rich ? rich.height : text.height + ((edited.item as EditedMark)?.overhang ?? 0)

                Rectangle {
                    visible: row.mentionsMe
                    x: LayoutMirroring.enabled ? parent.width + Theme.spacingXs : -Theme.spacingS
                    width: Theme.strokeFocus
                    height: parent.height
                    radius: Theme.strokeFocus
                    color: Theme.accent
                }
                Loader {
                    id: rich

                    width: parent.width
                    active: row.rich
                    sourceComponent: MessageText {
                        parts: row.parts
                        pending: row.sendState === TimelineModel.Pending
                        edited: row.isEdited
                        onLinkActivated: link => row.linkActivated(link)
                        onCopyRequested: text => row.messages.copy(text)
                    }
                }
                Label {
                    id: text

                    width: parent.width
                    visible: !row.rich
                    text: row.isDeleted ? qsTr("This message was deleted.") : row.content
                    color: row.isDeleted || row.sendState === TimelineModel.Pending ? Theme.textMuted : Theme.text
                    font.italic: row.isDeleted
                    horizontalAlignment: undefined
                    wrapMode: Text.Wrap
                }
                Loader {
                    id: edited

                    active: row.isEdited && !row.isDeleted && !row.rich
                    y: text.height - Theme.bodyLine
                    width: parent.width
                    sourceComponent: EditedMark {
                        text: row.content
                        font: text.font
                    }
                }
            }
            Loader {
                width: parent.width
                active: row.attachments.length > 0
                visible: active
                sourceComponent: Item {
                    implicitHeight: files.height + Theme.spacingXs + (row.wordless ? 0 : Theme.spacingS)

                    Attachments {
                        id: files

                        y: row.wordless ? 0 : Theme.spacingS
                        width: parent.width
                        cards: row.attachments
                        onSaveRequested: (fileId, name) => row.saveRequested(fileId, name)
                        onPictureRequested: card => row.pictureRequested(card)
                    }
                }
            }
            Loader {
                width: parent.width
                active: row.reactions.length > 0
                visible: active
                sourceComponent: ReactionRow {
                    topPadding: Theme.spacingXs
                    bottomPadding: Theme.spacingXs
                    reactions: row.reactions
                    onToggled: emoji => row.messages.react(row.messageId, emoji)
                    onAddRequested: anchor => row.reactRequested(anchor)
                }
            }
            Loader {
                anchors.left: parent.left
                active: row.replyCount > 0
                visible: active
                sourceComponent: ThreadSummary {
                    count: row.replyCount
                    lastText: row.lastReplyText
                    onClicked: row.threadRequested()
                }
            }
            Loader {
                width: parent.width
                height: active ? Theme.statusLineHeight : 0
                active: row.unsent && row.stateText.length > 0
                visible: active
                sourceComponent: SendStatus {
                    text: row.stateText
                    failed: row.sendState === TimelineModel.Failed
                    onRetryRequested: row.messages.retry(row.messageId)
                    onEditRequested: row.editRequested()
                    onDiscardRequested: row.messages.discard(row.messageId)
                }
            }
        }
        FocusRing {
            inside: true
            targetRadius: 0
            visible: row.ringed
        }
    }
}
