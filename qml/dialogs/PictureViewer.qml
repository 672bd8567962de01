// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// A picture as large as the window lets it be. Esc, or a click beside it, goes back.
T.Popup {
    id: viewer

    property fileCard card

    signal saveRequested(string fileId, string name)

    function show(file: fileCard) {
        card = file;
        open();
    }

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape

    T.Overlay.modal: Scrim {}

    contentItem: FocusScope {
        focus: true
        Accessible.role: Accessible.Graphic
        Accessible.name: viewer.card.name

        MouseArea {
            anchors.fill: parent
            onClicked: viewer.close()
        }
        BusyIndicator {
            anchors.centerIn: parent
            running: image.status === Image.Loading
        }
        Label {
            anchors.centerIn: parent
            visible: image.status === Image.Error
            text: qsTr("This picture cannot be shown now.")
            color: Theme.textOnRail
        }
        Image {
            id: image

            anchors.fill: parent
            anchors.margins: Theme.spacingXl
            anchors.topMargin: Theme.headerHeight
            source: viewer.opened ? viewer.card.largePicture : ""
            asynchronous: true
            fillMode: implicitWidth > width || implicitHeight > height ? Image.PreserveAspectFit : Image.Pad
        }
        Rectangle {
            width: parent.width
            height: Theme.headerHeight
            color: Theme.rail

            Label {
                anchors.left: parent.left
                anchors.leftMargin: Theme.spacingXl
                anchors.right: tools.left
                anchors.rightMargin: Theme.spacingM
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("%1 · %2", "file, kind and size").arg(viewer.card.name).arg(viewer.card.detail)
                color: Theme.textOnRail
                elide: Text.ElideMiddle
            }
            Row {
                id: tools

                anchors.right: parent.right
                anchors.rightMargin: Theme.spacingL
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.spacingXs

                IconButton {
                    iconName: "download"
                    ink: Theme.textOnRail
                    ringColor: Theme.textOnRail
                    text: qsTr("Save %1 to your downloads").arg(viewer.card.name)
                    onClicked: viewer.saveRequested(viewer.card.fileId, viewer.card.name)
                }
                IconButton {
                    focus: true
                    iconName: "x"
                    ink: Theme.textOnRail
                    ringColor: Theme.textOnRail
                    text: qsTr("Close")
                    keyHint: qsTr("Esc", "name of the key")
                    onClicked: viewer.close()
                }
            }
        }
    }
}
