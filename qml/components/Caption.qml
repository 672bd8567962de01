// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import PlexiChat

Label {
    lineSize: Theme.captionLine
    inset: Theme.captionInset
    font.pixelSize: Theme.captionSize
    color: Theme.textMuted
}
