// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat.App

// One of the dialogs here, by its name: it is read and made when it is first opened, so that the page around it is there
// sooner.
Loader {
    required property string name
    required property Session session

    function make() {
        if (!item)
            setSource(`${name}.qml`, { session: session });
    }
    function open() {
        make();
        (item as T.Popup).open();
    }
}
