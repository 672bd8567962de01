// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

// The base of every dialog: heading, content, and a row of buttons at the end given as `buttons`.
T.Dialog {
    id: dialog

    property list<Item> buttons
    property string explanation

    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round(Math.max(Theme.spacingL, Math.min(Theme.overlayTop, (parent.height - height) / 2))) : 0
    width: parent ? Math.min(Theme.dialogWidth, parent.width - 2 * Theme.spacingL) : Theme.dialogWidth
    implicitHeight: Math.min(parent ? parent.height - 2 * Theme.spacingL : Infinity,
                             implicitHeaderHeight + implicitContentHeight + topPadding + bottomPadding + (implicitFooterHeight > 0 ? implicitFooterHeight : 0))
    padding: Theme.spacingXl
    topPadding: 0
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    T.Overlay.modal: Scrim {}

    header: Item {
        implicitHeight: heading.height + (note.visible ? note.height + Theme.spacingXs : 0) + Theme.spacingXl + Theme.spacingL

        Heading {
            id: heading

            x: Theme.spacingXl
            y: Theme.spacingXl
            width: parent.width - 2 * Theme.spacingXl - Theme.controlHeight
            text: dialog.title
            elide: Text.ElideRight
        }
        Label {
            id: note

            anchors.top: heading.bottom
            anchors.topMargin: Theme.spacingXs
            x: Theme.spacingXl
            width: parent.width - 2 * Theme.spacingXl
            visible: dialog.explanation.length > 0
            text: dialog.explanation
            color: Theme.textMuted
            wrapMode: Text.Wrap
        }
        IconButton {
            anchors.right: parent.right
            anchors.rightMargin: Theme.spacingL
            anchors.verticalCenter: heading.verticalCenter
            iconName: "x"
            text: qsTr("Close")
            keyHint: qsTr("Esc", "name of the key")
            onClicked: dialog.reject()
        }
    }
    footer: Item {
        implicitHeight: dialog.buttons.length > 0 ? Theme.controlHeight + Theme.spacingXl : 0
        visible: dialog.buttons.length > 0

        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.spacingXl
            spacing: Theme.spacingS
            children: dialog.buttons
        }
    }
    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.line
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.fadeDuration }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.fadeDuration }
    }
}
