// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat

// A day by how long ago it was; others can be typed.
Menu {
    id: menu

    signal picked(int daysAgo)

    MenuItem {
        text: qsTr("Today")
        onTriggered: menu.picked(0)
    }
    MenuItem {
        text: qsTr("Yesterday")
        onTriggered: menu.picked(1)
    }
    MenuItem {
        text: qsTr("A week ago")
        onTriggered: menu.picked(7)
    }
    MenuItem {
        text: qsTr("A month ago")
        onTriggered: menu.picked(30)
    }
    MenuItem {
        text: qsTr("A year ago")
        onTriggered: menu.picked(365)
    }
}
