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

    readonly property bool mirrored: Application.layoutDirection === Qt.RightToLeft

    signal moved(int value)

    implicitWidth: Theme.spacingS
    activeFocusOnTab: true
    Accessible.role: Accessible.Slider
    Accessible.name: text
    Accessible.focusable: true

    Keys.onLeftPressed: handle.moved(Math.max(minimum, Math.min(maximum, value + (mirrored ? Theme.spacingS : -Theme.spacingS))))
    Keys.onRightPressed: handle.moved(Math.max(minimum, Math.min(maximum, value + (mirrored ? -Theme.spacingS : Theme.spacingS))))

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
        onActiveTranslationChanged: handle.moved(Math.max(handle.minimum, Math.min(handle.maximum, startValue + (handle.mirrored ? -1 : 1) * activeTranslation.x)))
    }
}
