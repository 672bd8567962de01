// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

Label {
    lineSize: Theme.headingLine
    inset: Theme.headingInset
    font.pixelSize: Theme.headingSize
    font.weight: Theme.weightStrong
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
