// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// One step of making a workspace, and how far it is.
Item {
    id: row

    required property string label
    required property int stepState

    implicitHeight: Theme.rowHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: label

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        visible: row.stepState !== HostStepsModel.Running
        name: row.stepState === HostStepsModel.Done ? "circle-check" : row.stepState === HostStepsModel.Failed ? "circle-alert" : "circle"
        color: row.stepState === HostStepsModel.Done ? Theme.success : row.stepState === HostStepsModel.Failed ? Theme.danger : Theme.lineStrong
    }
    BusyIndicator {
        anchors.verticalCenter: parent.verticalCenter
        running: row.stepState === HostStepsModel.Running
    }
    Label {
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.leftMargin: Theme.iconSize + Theme.spacingS
        anchors.right: parent.right
        text: row.label
        color: row.stepState === HostStepsModel.Waiting ? Theme.textMuted : Theme.text
        elide: Text.ElideRight
    }
}
