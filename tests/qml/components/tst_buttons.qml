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
        spacing: Theme.spacingS

        Button {
            id: primary

            text: "Send it"
        }
        Button {
            id: outlined

            variant: Button.Outlined
            text: "Cancel"
        }
        Button {
            id: disabled

            text: "Not now"
            enabled: false
        }
        IconButton {
            id: icon

            iconName: "search"
            text: "Search"
        }
        LinkButton {
            id: link

            text: "Retry"
        }
        CheckBox {
            id: box

            text: "Keep me signed in"
        }
        Switch {
            id: toggle

            text: "Private"
            explanation: "Only who is invited"
        }
        Chip {
            id: chip

            text: "Mentions"
        }
        RadioButton {
            id: bareRadio
        }
        FilterChip {
            id: filter

            name: "From…"
            onChosen: value = "From Ann"
            onRemoved: value = ""
        }
    }

    SignalSpy {
        id: clicks

        signalName: "clicked"
    }

    TestCase {
        name: "Buttons"
        when: windowShown

        function init() {
            failOnWarning(/.+/);
        }

        function test_keyActivates_data() {
            return [
                { tag: "button, Space", control: primary, key: Qt.Key_Space },
                { tag: "button, Return", control: primary, key: Qt.Key_Return },
                { tag: "button, Enter", control: outlined, key: Qt.Key_Enter },
                { tag: "icon button, Space", control: icon, key: Qt.Key_Space },
                { tag: "icon button, Return", control: icon, key: Qt.Key_Return },
                { tag: "link, Return", control: link, key: Qt.Key_Return },
                { tag: "check box, Space", control: box, key: Qt.Key_Space },
                { tag: "switch, Space", control: toggle, key: Qt.Key_Space },
                { tag: "chip, Space", control: chip, key: Qt.Key_Space },
            ];
        }
        function test_keyActivates(data) {
            clicks.target = data.control;
            clicks.clear();
            data.control.forceActiveFocus(Qt.TabFocusReason);
            keyClick(data.key);
            compare(clicks.count, 1);
        }

        function test_tabOrderSkipsDisabled() {
            primary.forceActiveFocus(Qt.TabFocusReason);
            const order = [primary, outlined, icon, link, box, toggle, chip, bareRadio, filter];
            for (const control of order) {
                verify(control.activeFocus, `${control.text} has the focus`);
                verify(control.visualFocus, `${control.text} shows it`);
                keyClick(Qt.Key_Tab);
            }
        }

        function test_filterIsSetAndTakenAway_data() {
            return [
                { tag: "Space", key: Qt.Key_Space },
                { tag: "Return", key: Qt.Key_Return },
                { tag: "Delete", key: Qt.Key_Delete },
                { tag: "Backspace", key: Qt.Key_Backspace }
            ];
        }
        function test_filterIsSetAndTakenAway(data) {
            compare(filter.value, "");
            compare(filter.text, "From…");
            verify(!filter.checked);
            filter.forceActiveFocus(Qt.TabFocusReason);
            // Nothing to be taken away yet.
            keyClick(Qt.Key_Delete);
            compare(filter.value, "");
            keyClick(Qt.Key_Space);
            compare(filter.text, "From Ann");
            verify(filter.checked);
            verify(filter.Accessible.name.includes("From Ann"));
            keyClick(data.key);
            compare(filter.value, "");
            verify(!filter.checked);
        }

        function test_radioWithoutTextIsTheButton() {
            compare(bareRadio.implicitWidth, Theme.checkSize);
            verify(bareRadio.implicitHeight >= Theme.checkSize && bareRadio.implicitHeight < Theme.controlHeight);
        }

        function test_textIsNotCut() {
            for (const control of [primary, outlined, disabled])
                verify(control.implicitWidth >= control.contentItem.implicitWidth + control.leftPadding + control.rightPadding, control.text);
        }

        function test_disabledDoesNothing() {
            clicks.target = disabled;
            clicks.clear();
            mouseClick(disabled);
            compare(clicks.count, 0);
        }

        function test_iconButtonIs32() {
            compare(icon.implicitWidth, 32);
            compare(icon.implicitHeight, 32);
        }

        function test_bothSchemes() {
            compare(primary.background.color, Theme.accent);
            Theme.dark = true;
            compare(primary.background.color, Theme.accent);
            compare(primary.background.color.toString(), "#7c9bff");
            Theme.dark = false;
        }
    }
}
