// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat

// All emoji to pick from, beside what asked for it. Made when it opens.
T.Popup {
    id: picker

    signal chosen(string emoji)

    function openAt(anchor: Item) {
        const place = anchor.mapToItem(T.Overlay.overlay, 0, 0);
        const wide = Theme.emojiCell * Theme.emojiColumns + Theme.scrollBarWidth + 2 * padding;
        const high = Theme.emojiCell * (Theme.emojiRows + 1) + Theme.controlLarge + 2 * padding;
        x = Math.max(margins, Math.min(place.x + anchor.width - wide, T.Overlay.overlay.width - wide - margins));
        y = place.y > high + margins ? place.y - high - Theme.spacingXs : Math.max(margins, Math.min(place.y + anchor.height + Theme.spacingXs, T.Overlay.overlay.height - high - margins));
        open();
    }

    parent: T.Overlay.overlay
    implicitWidth: implicitContentWidth + 2 * padding
    implicitHeight: implicitContentHeight + 2 * padding
    padding: Theme.spacingM
    margins: Theme.spacingS
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    contentItem: Loader {
        active: picker.visible
        focus: true
        sourceComponent: EmojiPane {
            focus: true
            onChosen: emoji => {
                picker.close();
                picker.chosen(emoji);
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.lineStrong
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.fadeDuration }
    }
}
