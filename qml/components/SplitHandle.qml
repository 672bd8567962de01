// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// The edge between two columns, to drag or to move with the arrow keys.
Item {
    id: handle

    required property int value
    required property int minimum
    required property int maximum
    property string text: qsTr("Resize")
    // What is behind the edge has the value, so that it grows the other way.
    property bool trailing: false

    readonly property bool mirrored: Application.layoutDirection === Qt.RightToLeft
    readonly property int direction: mirrored === trailing ? 1 : -1

    signal moved(int value)

    implicitWidth: Theme.spacingS
    activeFocusOnTab: true
    Accessible.role: Accessible.Slider
    Accessible.name: text
    Accessible.focusable: true

    function move(by: real) {
        moved(Math.max(minimum, Math.min(maximum, value + direction * by)));
    }
    Keys.onLeftPressed: handle.move(-Theme.spacingS)
    Keys.onRightPressed: handle.move(Theme.spacingS)

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: handle.activeFocus || drag.active || hover.hovered ? Theme.strokeFocus : 0
        height: parent.height
        color: Theme.focus
    }
    HoverHandler {
        id: hover

        cursorShape: Qt.SplitHCursor
    }
    DragHandler {
        id: drag

        property int startValue: 0

        target: null
        yAxis.enabled: false
        cursorShape: Qt.SplitHCursor
        onActiveChanged: startValue = handle.value
        onActiveTranslationChanged: handle.moved(Math.max(handle.minimum, Math.min(handle.maximum, startValue + handle.direction * activeTranslation.x)))
    }
}
