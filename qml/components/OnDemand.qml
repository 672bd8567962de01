// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

// A popup that is made when it is first opened, so that the page around it is there sooner.
Loader {
    active: false

    function make() {
        active = true;
    }
    function open() {
        make();
        (item as T.Popup).open();
    }
}
