// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

// A message with markup: its parts, one under the other. What is in them was escaped and chosen by the app, not by people.
Column {
    id: message

    required property var parts
    property bool pending: false
    property bool edited: false

    signal linkActivated(string link)
    signal copyRequested(string text)

    spacing: Theme.spacingS

    Repeater {
        model: message.parts

        Loader {
            id: part

            required property messagePart modelData
            required property int index

            readonly property bool last: index === message.parts.length - 1

            width: message.width
            sourceComponent: modelData.kind === TimelineModel.PartCode ? code : modelData.kind === TimelineModel.PartRule ? rule : modelData.kind === TimelineModel.PartQuote ? quote : text

            Component {
                id: text

                RichLabel {
                    html: part.modelData.html + (message.edited && part.last ? message.editedHtml : "")
                    plain: part.modelData.plain
                    muted: message.pending
                    onLinkActivated: link => message.linkActivated(link)
                }
            }
            Component {
                id: quote

                Item {
                    implicitHeight: quoted.height

                    Rectangle {
                        x: LayoutMirroring.enabled ? parent.width - width : 0
                        width: Theme.quoteBar
                        height: parent.height
                        radius: Theme.quoteBar / 2
                        color: Theme.lineStrong
                    }
                    RichLabel {
                        id: quoted

                        anchors.left: parent.left
                        anchors.leftMargin: Theme.spacingM
                        anchors.right: parent.right
                        html: part.modelData.html
                        plain: part.modelData.plain
                        muted: true
                        onLinkActivated: link => message.linkActivated(link)
                    }
                }
            }
            Component {
                id: code

                CodeBlock {
                    html: part.modelData.html
                    plain: part.modelData.plain
                    language: part.modelData.language
                    onCopyRequested: message.copyRequested(part.modelData.plain)
                }
            }
            Component {
                id: rule

                Divider {}
            }
        }
    }
    Caption {
        visible: message.edited && !message.lastIsText
        text: qsTr("(edited)")
        color: Theme.textFaint
    }

    readonly property bool lastIsText: parts.length > 0 && (parts[parts.length - 1].kind === TimelineModel.PartText || parts[parts.length - 1].kind === TimelineModel.PartTable)
    readonly property string editedHtml: lastIsText ? ` <span class="e">${qsTr("(edited)")}</span>` : ""
}
