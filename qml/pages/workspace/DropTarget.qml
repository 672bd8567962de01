// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

// Takes files that are dropped onto the window, and says where they will go.
DropArea {
    id: area

    required property Session session
    // Over which the offer is shown, and what stays free below it.
    required property Item target
    property real reserved: 0
    property bool inThread: false

    readonly property bool offered: containsDrag || shown
    // For who wants to see it without a drag.
    property bool shown: false
    // "3 files, 48 MB"
    property string contents

    signal taken

    enabled: session.currentChannelId.length > 0 && session.currentIsMember
    keys: ["text/uri-list"]
    onEntered: drag => {
        contents = session.uploads.describe(drag.urls);
        drag.accept(Qt.CopyAction);
    }
    onDropped: drop => {
        session.attach(drop.urls, inThread);
        drop.accept(Qt.CopyAction);
        taken();
    }

    Loader {
        x: area.target.x + Theme.spacingS
        y: Theme.headerHeight + Theme.spacingS
        width: area.target.width - 2 * Theme.spacingS
        height: parent.height - y - area.reserved - Theme.spacingS
        active: area.offered
        sourceComponent: Rectangle {
            radius: Theme.radiusLarge
            color: Theme.accentSoft
            Accessible.role: Accessible.AlertMessage
            Accessible.name: title.text

            DashedFrame {
                anchors.fill: parent
                color: Theme.accent
                stroke: Theme.strokeFocus
                radius: Theme.radiusLarge
            }
            Column {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.spacingXl
                spacing: Theme.spacingS

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: "upload"
                    color: Theme.accent
                }
                Title {
                    id: title

                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    elide: Text.ElideRight
                    text: area.inThread ? qsTr("Drop to add to the thread") : area.session.currentChannelType === "direct" ? qsTr("Drop to send to %1").arg(area.session.currentChannelName) : qsTr("Drop to add to #%1").arg(area.session.currentChannelName)
                }
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.Wrap
                    color: Theme.textMuted
                    text: area.contents.length > 0 ? qsTr("%1. Nothing is sent before you press Enter.", "files and their size").arg(area.contents) : qsTr("Nothing is sent before you press Enter.")
                }
            }
        }
    }
}
