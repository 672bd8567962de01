// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// Everything that can be set, over the workspace. Esc goes back.
FocusScope {
    id: page

    required property Session session
    required property AppSettings settings
    required property SpellChecker spelling
    property string section: "profile"

    readonly property bool navInline: width >= Theme.settingsBreak
    readonly property list<var> sections: [
        ["profile", qsTr("Profile"), "user"],
        ["security", qsTr("Password and security"), "shield"],
        ["keys", qsTr("API keys"), "key-round"],
        ["notifications", qsTr("Notifications"), "bell"],
        ["appearance", qsTr("Appearance"), "palette"],
        ["language", qsTr("Language"), "languages"],
        ["shortcuts", qsTr("Shortcuts"), "keyboard"],
        ["storage", qsTr("Storage"), "hard-drive"]
    ]

    signal closed

    function show(name: string) {
        section = name;
        session.account.load();
        forceActiveFocus();
    }

    Keys.onEscapePressed: page.closed()

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    // What is below is not to be reached.
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        hoverEnabled: true
    }
    Rectangle {
        id: nav

        anchors.left: parent.left
        width: page.navInline ? Theme.settingsNav : Theme.railWidth
        height: parent.height
        color: Theme.surfaceRaised

        Heading {
            anchors.left: parent.left
            anchors.leftMargin: Theme.spacingL
            height: Theme.headerHeight
            visible: page.navInline
            verticalAlignment: Text.AlignVCenter
            text: qsTr("Settings")
        }
        Divider {
            y: Theme.headerHeight - height
            width: parent.width
        }
        Divider {
            anchors.right: parent.right
            width: Theme.stroke
            height: parent.height
        }
        Column {
            y: Theme.headerHeight + Theme.spacingS
            width: parent.width - Theme.stroke

            Repeater {
                model: page.sections

                T.Button {
                    id: entry

                    required property var modelData

                    readonly property bool current: page.section === modelData[0]

                    x: Theme.spacingS
                    width: parent.width - 2 * Theme.spacingS
                    height: Theme.fieldHeight
                    text: modelData[1]
                    focus: current
                    focusPolicy: Qt.StrongFocus
                    hoverEnabled: true
                    Accessible.role: Accessible.PageTab
                    Accessible.selected: current
                    onClicked: page.section = modelData[0]
                    Keys.onReturnPressed: entry.click()

                    contentItem: Item {
                        Icon {
                            id: icon

                            anchors.left: parent.left
                            anchors.leftMargin: page.navInline ? Theme.spacingS : Theme.spacingM + Theme.stroke
                            anchors.verticalCenter: parent.verticalCenter
                            name: entry.modelData[2]
                            color: entry.current ? Theme.accent : Theme.textMuted
                        }
                        Label {
                            anchors.left: icon.right
                            anchors.leftMargin: Theme.spacingS
                            anchors.right: parent.right
                            anchors.verticalCenter: parent.verticalCenter
                            visible: page.navInline
                            text: entry.text
                            font.weight: entry.current ? Theme.weightMedium : Theme.weightNormal
                            elide: Text.ElideRight
                        }
                    }
                    background: Rectangle {
                        radius: Theme.radius
                        color: entry.current ? Theme.accentSoft : entry.hovered ? Theme.surfaceSunken : "transparent"

                        FocusRing {
                            inside: true
                            visible: entry.visualFocus
                        }
                    }
                    HoverTip {
                        shown: entry.hovered && !page.navInline
                        text: entry.text
                    }
                }
            }
        }
    }
    Flickable {
        anchors.left: nav.right
        anchors.right: parent.right
        height: parent.height
        contentHeight: content.height + 2 * Theme.spacingXl
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ScrollBar {}

        Loader {
            id: content

            x: Math.max(Theme.spacingXl, (parent.width - width) / 2)
            y: Theme.spacingXl
            width: Math.min(Theme.settingsWidth, parent.width - 2 * Theme.spacingXl)
            sourceComponent: page.section === "security" ? security : page.section === "keys" ? keys : page.section === "notifications" ? notifications : page.section === "appearance" ? appearance : page.section === "language" ? language : page.section === "shortcuts" ? shortcuts : page.section === "storage" ? storage : profile
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingL
        y: (Theme.headerHeight - height) / 2
        spacing: Theme.spacingS

        KeyCap {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Esc", "name of the key")
        }
        IconButton {
            iconName: "x"
            text: qsTr("Close")
            hoverFill: Theme.surfaceRaised
            onClicked: page.closed()
        }
    }

    Component {
        id: profile

        ProfileSection {
            session: page.session
        }
    }
    Component {
        id: security

        SecuritySection {
            session: page.session
        }
    }
    Component {
        id: keys

        ApiKeysSection {
            session: page.session
        }
    }
    Component {
        id: notifications

        NotificationsSection {
            settings: page.settings
        }
    }
    Component {
        id: appearance

        AppearanceSection {
            settings: page.settings
        }
    }
    Component {
        id: language

        LanguageSection {
            settings: page.settings
            spelling: page.spelling
        }
    }
    Component {
        id: shortcuts

        ShortcutsSection {}
    }
    Component {
        id: storage

        StorageSection {
            session: page.session
        }
    }
}
