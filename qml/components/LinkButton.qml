// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

// An action in a line of 12-px text.
T.Button {
    id: control

    implicitWidth: implicitContentWidth
    implicitHeight: implicitContentHeight
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Keys.onReturnPressed: control.click()
    Keys.onEnterPressed: control.click()

    contentItem: Caption {
        text: control.text
        color: control.enabled ? Theme.accent : Theme.textMuted
        font.weight: Theme.weightStrong
        font.underline: control.hovered
    }
    background: Item {
        FocusRing {
            visible: control.visualFocus
        }
    }
}
