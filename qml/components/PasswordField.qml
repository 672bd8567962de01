// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat

TextField {
    id: field

    property bool revealed: false

    echoMode: revealed ? TextInput.Normal : TextInput.Password
    inputMethodHints: Qt.ImhHiddenText | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
    trailing: Component {
        IconButton {
            iconName: field.revealed ? "eye-off" : "eye"
            text: field.revealed ? qsTr("Hide password") : qsTr("Show password")
            onClicked: field.revealed = !field.revealed
        }
    }
}
