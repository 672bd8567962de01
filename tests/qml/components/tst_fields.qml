// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import PlexiChat

Item {
    id: root

    width: 400
    height: 300

    Column {
        width: 300
        spacing: Theme.spacingL

        TextField {
            id: field

            width: parent.width
            label: "Server address"
        }
        PasswordField {
            id: password

            width: parent.width
            label: "Password"
        }
    }

    SignalSpy {
        id: accepted

        target: field
        signalName: "accepted"
    }
    SignalSpy {
        id: edited

        target: field
        signalName: "edited"
    }

    TestCase {
        name: "Fields"
        when: windowShown

        function init() {
            failOnWarning(/.+/);
            field.text = "";
            field.error = "";
            accepted.clear();
            edited.clear();
        }

        function test_typing() {
            field.forceActiveFocus();
            keyClick("a");
            keyClick("b");
            compare(field.text, "ab");
            compare(edited.count, 2);
            keyClick(Qt.Key_Return);
            compare(accepted.count, 1);
        }

        function test_namesForScreenReaders() {
            compare(field.input.Accessible.name, "Server address");
            field.error = "No server answers there.";
            compare(field.input.Accessible.description, "No server answers there.");
        }

        function test_errorTakesRoomAndColour() {
            const before = field.height;
            field.error = "No server answers there.";
            tryVerify(() => field.height > before);
            compare(field.input.background.border.color, Theme.danger);
        }

        function test_focusTurnsTheBorder() {
            password.forceActiveFocus();
            compare(field.input.background.border.color, Theme.lineStrong);
            field.forceActiveFocus();
            compare(field.input.background.border.color, Theme.focus);
            compare(field.input.background.border.width, 2);
        }

        function test_passwordIsHiddenUntilRevealed() {
            compare(password.echoMode, TextInput.Password);
            password.input.forceActiveFocus();
            keyClick(Qt.Key_Tab);
            keyClick(Qt.Key_Space);
            compare(password.echoMode, TextInput.Normal);
            keyClick(Qt.Key_Space);
            compare(password.echoMode, TextInput.Password);
        }
    }
}
