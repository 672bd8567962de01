// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

// A labelled field with its error under it. The error is announced and says what to do next.
FocusScope {
    id: field

    property string label
    property string error
    property string hint
    property alias text: input.text
    property alias placeholderText: input.placeholderText
    property alias echoMode: input.echoMode
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property alias readOnly: input.readOnly
    property alias input: input
    property Component trailing: null

    signal accepted
    signal edited

    implicitWidth: Theme.panelWidth
    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: Theme.spacingXs

        Caption {
            visible: field.label.length > 0
            width: parent.width
            text: field.label
            color: Theme.text
            font.weight: Theme.weightStrong
            elide: Text.ElideRight
        }

        T.TextField {
            id: input

            width: parent.width
            height: Theme.fieldHeight
            implicitHeight: Theme.fieldHeight
            focus: true
            leftPadding: Theme.spacingM
            rightPadding: Theme.spacingM + (trailingSlot.active ? Theme.controlHeight : 0)
            verticalAlignment: TextInput.AlignVCenter
            color: enabled ? Theme.text : Theme.textMuted
            selectionColor: Theme.accent
            selectedTextColor: Theme.textOnAccent
            placeholderTextColor: Theme.textFaint
            font.pixelSize: Theme.bodySize
            selectByMouse: true
            passwordCharacter: "•"
            Accessible.name: field.label.length > 0 ? field.label : placeholderText
            Accessible.description: field.error.length > 0 ? field.error : field.hint

            onAccepted: field.accepted()
            onTextEdited: field.edited()

            background: Rectangle {
                radius: Theme.radius
                color: input.enabled ? Theme.surface : Theme.surfaceSunken
                border.width: input.activeFocus || field.error.length > 0 ? Theme.strokeFocus : Theme.stroke
                border.color: field.error.length > 0 ? Theme.danger : input.activeFocus ? Theme.focus : Theme.lineStrong
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                x: input.leftPadding
                width: input.width - input.leftPadding - input.rightPadding
                visible: input.length === 0 && input.preeditText.length === 0
                text: input.placeholderText
                color: input.placeholderTextColor
                elide: Text.ElideRight
            }

            Loader {
                id: trailingSlot

                anchors.right: parent.right
                anchors.rightMargin: Theme.spacingXs
                anchors.verticalCenter: parent.verticalCenter
                active: field.trailing !== null
                sourceComponent: field.trailing
            }
        }

        Row {
            visible: field.error.length > 0
            width: parent.width
            spacing: Theme.spacingXs
            Accessible.role: Accessible.AlertMessage
            Accessible.name: field.error

            Icon {
                name: "circle-alert"
                color: Theme.danger
                size: Theme.iconSmall
            }
            Caption {
                width: parent.width - Theme.iconSmall - parent.spacing
                text: field.error
                color: Theme.danger
                wrapMode: Text.Wrap
            }
        }

        Caption {
            visible: field.hint.length > 0 && field.error.length === 0
            width: parent.width
            text: field.hint
            wrapMode: Text.Wrap
        }
    }
}
