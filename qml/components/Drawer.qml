// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

// A pane that slides in from the start edge over the scrim.
T.Drawer {
    id: drawer

    parent: T.Overlay.overlay
    edge: Application.layoutDirection === Qt.RightToLeft ? Qt.RightEdge : Qt.LeftEdge
    height: parent ? parent.height : 0
    modal: true
    focus: true
    dragMargin: 0

    T.Overlay.modal: Scrim {}

    enter: Transition {
        SmoothedAnimation { velocity: -1; duration: Theme.slideDuration; easing.type: Easing.OutCubic }
    }
    exit: Transition {
        SmoothedAnimation { velocity: -1; duration: Theme.slideDuration; easing.type: Easing.OutCubic }
    }
    background: Rectangle {
        color: Theme.surfaceRaised

        Divider {
            anchors.right: parent.right
            height: parent.height
        }
    }
}
