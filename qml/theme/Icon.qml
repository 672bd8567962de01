// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// One bundled outline icon in a colour of the theme. Decoration: the control that holds it carries the accessible name.
Image {
    id: icon

    required property string name
    property color color: Theme.textMuted
    property int size: Theme.iconSize
    // Set for arrows and the like, which point the other way in a right-to-left interface.
    property bool directional: false

    width: size
    height: size
    source: name.length > 0 ? `image://icon/${name}/${icon.color.toString().slice(1)}` : ""
    sourceSize: Qt.size(size * Screen.devicePixelRatio, size * Screen.devicePixelRatio)
    mirror: directional && Application.layoutDirection === Qt.RightToLeft
    Accessible.ignored: true
}
