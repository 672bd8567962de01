// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import PlexiChat

Item {
    width: 700
    height: 600

    Button {
        id: opener

        text: "Open"
        onClicked: dialog.open()
    }
    ConfirmDialog {
        id: dialog

        title: "Delete this message?"
        explanation: "This cannot be undone."
        confirmText: "Delete"
    }
    Menu {
        id: menu

        MenuItem {
            id: first

            text: "First"
            iconName: "copy"
        }
        MenuLabel {
            text: "Group"
        }
        MenuItem {
            id: second

            text: "Second"
            presence: "away"
        }
    }

    SignalSpy {
        id: accepted

        target: dialog
        signalName: "accepted"
    }
    SignalSpy {
        id: triggered

        target: second
        signalName: "triggered"
    }

    TestCase {
        name: "Popups"
        when: windowShown

        function initTestCase() {
            Theme.reducedMotion = true;
        }
        function cleanupTestCase() {
            Theme.reducedMotion = false;
        }
        function init() {
            failOnWarning(/.+/);
            accepted.clear();
            triggered.clear();
        }

        function test_dialogKeepsDangerAwayFromEnter() {
            dialog.open();
            tryCompare(dialog, "opened", true);
            keyClick(Qt.Key_Return);
            tryCompare(dialog, "visible", false);
            compare(accepted.count, 0);
        }

        function test_dialogConfirmsByKeyboard() {
            dialog.open();
            tryCompare(dialog, "opened", true);
            keyClick(Qt.Key_Tab);
            keyClick(Qt.Key_Space);
            tryCompare(dialog, "visible", false);
            compare(accepted.count, 1);
        }

        function test_escapeClosesAndGivesTheFocusBack() {
            opener.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            tryCompare(dialog, "opened", true);
            keyClick(Qt.Key_Escape);
            tryCompare(dialog, "visible", false);
            tryVerify(() => opener.activeFocus);
        }

        function test_menuByKeyboard() {
            menu.open();
            tryCompare(menu, "opened", true);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            tryCompare(menu, "visible", false);
            compare(triggered.count, 1);
        }
    }
}
