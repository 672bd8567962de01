// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import PlexiChat

Item {
    id: root

    width: 500
    height: 400

    Column {
        width: parent.width

        Avatar {
            id: avatar

            initials: "AO"
        }
        Avatar {
            id: small

            initials: "AO"
            size: Theme.avatarTiny
            presence: "away"
        }
        Badge {
            id: badge

            count: 3
        }
        DayLine {
            id: day

            width: parent.width
            text: "Today"
        }
        NewLine {
            width: parent.width
        }
        Strip {
            id: strip

            width: parent.width
            text: "No connection."
            detail: "Next try in 12 s."
            actionText: "Try now"
        }
        Toast {
            id: toast

            text: ""
        }
        EmptyState {
            id: empty

            title: "Nothing here"
            actionText: "Do something"
        }
        TypingDots {
            id: dots

            running: true
        }
        SplitHandle {
            id: handle

            height: 40
            value: 256
            minimum: 200
            maximum: 360
            onMoved: value => handle.value = value
        }
    }

    SignalSpy {
        id: actions

        target: strip
        signalName: "action"
    }

    TestCase {
        name: "Marks"
        when: windowShown

        function init() {
            failOnWarning(/.+/);
        }

        function test_sizesOfTheDesign() {
            compare(avatar.implicitWidth, 36);
            compare(small.implicitWidth, 20);
            compare(badge.implicitHeight, 20);
            compare(day.implicitHeight, 32);
            compare(strip.implicitHeight, 32);
        }

        function test_stripActs() {
            actions.clear();
            const link = findChild(strip, "action");
            mouseClick(link);
            compare(actions.count, 1);
            compare(strip.Accessible.name, "No connection.");
        }

        function test_toastShowsOnlyWithText() {
            verify(!toast.visible);
            toast.text = "It failed.";
            verify(toast.visible);
            compare(toast.Accessible.role, Accessible.AlertMessage);
            toast.text = "";
        }

        function test_dotsStandStillWithReducedMotion() {
            tryVerify(() => dots.current > 0, 3000);
            Theme.reducedMotion = true;
            const still = dots.current;
            wait(Theme.typingStep * 2);
            compare(dots.current, still);
            Theme.reducedMotion = false;
        }

        function test_splitHandleByKeyboard() {
            handle.value = 256;
            handle.forceActiveFocus();
            keyClick(Qt.Key_Right);
            compare(handle.value, 264);
            for (let i = 0; i < 40; ++i)
                keyClick(Qt.Key_Left);
            compare(handle.value, 200);
            // What is behind the edge becomes narrower where the edge goes right.
            handle.trailing = true;
            handle.value = 256;
            keyClick(Qt.Key_Right);
            compare(handle.value, 248);
            for (let i = 0; i < 40; ++i)
                keyClick(Qt.Key_Left);
            compare(handle.value, 360);
            handle.trailing = false;
        }
    }
}
