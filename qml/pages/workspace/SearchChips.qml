// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

// Where a search looks, and to what it is narrowed.
Flow {
    id: chips

    required property Session session
    property bool everywhere: false

    readonly property SearchFilters filters: session.searchFilters

    signal scopeChosen(bool everywhere)

    spacing: Theme.spacingS

    Chip {
        checkable: false
        text: qsTr("This conversation")
        checked: !chips.everywhere && chips.filters.channelText.length === 0
        onClicked: {
            chips.filters.clearChannel();
            chips.scopeChosen(false);
        }
    }
    Chip {
        checkable: false
        text: qsTr("Everywhere")
        checked: chips.everywhere && chips.filters.channelText.length === 0
        onClicked: {
            chips.filters.clearChannel();
            chips.scopeChosen(true);
        }
    }
    FilterChip {
        visible: set
        name: qsTr("In…", "filter of a search: channel")
        value: chips.filters.channelText
        onRemoved: chips.filters.clearChannel()
    }
    FilterChip {
        id: from

        name: qsTr("From…", "filter of a search: person")
        value: chips.filters.fromText
        onChosen: people.open()
        onRemoved: chips.filters.clearFrom()

        PersonPicker {
            id: people

            y: from.height + Theme.spacingXs
            session: chips.session
            onPicked: userId => chips.filters.setFrom(userId)
        }
    }
    FilterChip {
        name: qsTr("Has a file")
        value: chips.filters.hasFile ? name : ""
        onChosen: chips.filters.hasFile = true
        onRemoved: chips.filters.hasFile = false
    }
    FilterChip {
        name: qsTr("Has a link")
        value: chips.filters.hasLink ? name : ""
        onChosen: chips.filters.hasLink = true
        onRemoved: chips.filters.hasLink = false
    }
    FilterChip {
        id: since

        name: qsTr("Since…", "filter of a search: day")
        value: chips.filters.sinceText
        onChosen: sinceMenu.open()
        onRemoved: chips.filters.clearSince()

        DayMenu {
            id: sinceMenu

            y: since.height + Theme.spacingXs
            onPicked: daysAgo => chips.filters.setSince(daysAgo)
        }
    }
    FilterChip {
        id: until

        name: qsTr("Until…", "filter of a search: day")
        value: chips.filters.untilText
        onChosen: untilMenu.open()
        onRemoved: chips.filters.clearUntil()

        DayMenu {
            id: untilMenu

            y: until.height + Theme.spacingXs
            onPicked: daysAgo => chips.filters.setUntil(daysAgo)
        }
    }
}
