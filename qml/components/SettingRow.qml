// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// One setting: what it is, what it does, and at the end the control that changes it.
Item {
    id: row

    property string iconName
    property string title
    property string explanation
    // A line above, for every row but the first of its card.
    property bool divided: false
    default property alias control: end.data

    width: parent.width
    implicitHeight: Math.max(Theme.settingRow, texts.height + 2 * Theme.spacingM)

    Divider {
        width: parent.width
        visible: row.divided
    }
    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingL
        anchors.verticalCenter: parent.verticalCenter
        visible: row.iconName.length > 0
        name: row.iconName
    }
    Column {
        id: texts

        anchors.left: row.iconName.length > 0 ? icon.right : parent.left
        anchors.leftMargin: Theme.spacingL
        anchors.right: end.left
        anchors.rightMargin: Theme.spacingL
        anchors.verticalCenter: parent.verticalCenter

        Label {
            width: parent.width
            text: row.title
            font.weight: Theme.weightMedium
            wrapMode: Text.Wrap
        }
        Caption {
            width: parent.width
            visible: row.explanation.length > 0
            text: row.explanation
            wrapMode: Text.Wrap
        }
    }
    Row {
        id: end

        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingL
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spacingS
    }
}
