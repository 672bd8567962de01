// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

Label {
    lineSize: Theme.titleLine
    inset: Theme.titleInset
    font.pixelSize: Theme.titleSize
    font.weight: Theme.weightStrong
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
