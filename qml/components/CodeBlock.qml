// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// Code in its own letters and colours, always left to right. Long lines scroll sideways.
Rectangle {
    id: block

    required property string html
    required property string plain
    property string language

    signal copyRequested

    implicitHeight: scroll.contentHeight + 2 * Theme.spacingM
    radius: Theme.radius
    color: Theme.surfaceSunken
    border.width: Theme.stroke
    border.color: Theme.line
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Code: %1").arg(plain)

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Flickable {
        id: scroll

        anchors.fill: parent
        anchors.margins: Theme.spacingM
        anchors.leftMargin: Theme.spacingL
        anchors.rightMargin: Theme.spacingL
        contentWidth: code.implicitWidth
        contentHeight: code.implicitHeight
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        clip: contentWidth > width

        Text {
            id: code

            text: Theme.codeStyle + "<div style=\"white-space: pre\">" + block.html + "</div>"
            textFormat: Text.RichText
            color: Theme.text
            font.family: Theme.codeFamily
            font.pixelSize: Theme.captionSize
        }
    }
    Rectangle {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.stroke
        width: corner.width
        height: corner.height
        radius: Theme.radius
        color: Theme.surfaceSunken

        Row {
            id: corner

            leftPadding: Theme.spacingS

            Caption {
                anchors.verticalCenter: parent.verticalCenter
                text: block.language
            }
            IconButton {
                iconName: "copy"
                iconSize: Theme.iconSmall
                text: qsTr("Copy code")
                hoverFill: Theme.surfaceRaised
                onClicked: block.copyRequested()
            }
        }
    }
}
