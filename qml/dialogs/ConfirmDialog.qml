// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import PlexiChat

// Asks before something that cannot be undone.
Dialog {
    id: dialog

    property string confirmText

    onOpened: cancel.forceActiveFocus(Qt.TabFocusReason)

    buttons: [
        Button {
            id: cancel

            variant: Button.Outlined
            text: qsTr("Cancel")
            onClicked: dialog.reject()
        },
        Button {
            variant: Button.Danger
            text: dialog.confirmText
            onClicked: dialog.accept()
        }
    ]
}
