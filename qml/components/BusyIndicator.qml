// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// An open ring that turns; it stands still, and its label says it, where the system asks for less motion.
Item {
    id: busy

    property bool running: true
    property int size: Theme.iconSize
    property color color: Theme.accent

    implicitWidth: size
    implicitHeight: size
    visible: running
    Accessible.role: Accessible.Indicator
    Accessible.name: qsTr("Working")

    Icon {
        anchors.fill: parent
        name: "loader-circle"
        size: busy.size
        color: busy.color

        RotationAnimator on rotation {
            from: 0
            to: 360
            duration: Theme.spinDuration
            loops: Animation.Infinite
            running: busy.running && busy.visible && !Theme.reducedMotion
        }
    }
}
