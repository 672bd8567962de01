// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

// Rail, channel list, timeline and right panel. Below 1200 the panel covers the timeline's end; below 960 the list is a
// drawer and the panel takes the timeline's place; below 560 the rail is in the drawer as well.
FocusScope {
    id: page

    required property Session session
    required property AccountsModel accounts
    required property AppSettings settings
    required property SpellChecker spelling
    // Whether people look at the window.
    property bool watched: true
    // What the right panel shows: "members", "thread", "pins", "files", "details" or "search"; empty where it is closed.
    property string panel

    signal accountChosen(int row)
    signal accountAddRequested

    readonly property bool panelOpen: panel.length > 0

    readonly property bool wide: width >= Theme.breakWide
    readonly property bool listInline: width >= Theme.breakMedium
    readonly property bool railInline: width >= Theme.breakNarrow
    readonly property int start: (railInline ? Theme.railWidth : 0) + (listInline ? listColumn.width : 0)

    onListInlineChanged: drawer.close()

    function togglePanel(name: string) {
        panel = panel === name ? "" : name;
    }
    function openSearch(everywhere: bool) {
        panel = "search";
        const search = panelLoader.item as SearchPanel;
        search.everywhere = everywhere;
        search.enter();
    }
    function openSettings(section: string) {
        if (!settingsLoader.item)
            settingsLoader.setSource("SettingsPage.qml", {
                session: session,
                settings: settings,
                spelling: spelling
            });
        (settingsLoader.item as SettingsPage).show(section);
    }
    onPanelChanged: {
        if (panel !== "thread")
            session.closeThread();
        panelLoader.load();
    }

    Connections {
        target: page.session
        function onThreadChanged() {
            if (page.session.threadId.length > 0)
                page.panel = "thread";
            else if (page.panel === "thread")
                page.panel = "";
        }
    }

    Shortcut { sequence: "Ctrl+,"; onActivated: page.openSettings("profile") }
    Shortcut { sequence: "Ctrl+/"; onActivated: page.openSettings("shortcuts") }
    Shortcut { sequence: "Ctrl+F"; onActivated: page.openSearch(false) }
    Shortcut { sequence: "Ctrl+Shift+F"; onActivated: page.openSearch(true) }
    Shortcut { sequence: "Ctrl+K"; onActivated: switcher.open() }
    Shortcut { sequence: "Alt+Shift+Down"; onActivated: page.session.openNextUnread() }
    Shortcut { sequence: "Ctrl+Shift+M"; onActivated: page.togglePanel("members") }
    Shortcut { sequence: "Ctrl+D"; onActivated: page.session.setFavourite(page.session.currentChannelId, !page.session.currentIsFavourite) }
    Shortcut { sequence: "Ctrl+N"; onActivated: newMessage.open() }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }

    Loader {
        id: railColumn

        width: Theme.railWidth
        height: parent.height
        anchors.left: parent.left
        active: page.railInline
        sourceComponent: railComponent
    }
    Loader {
        id: listColumn

        anchors.left: parent.left
        anchors.leftMargin: page.railInline ? Theme.railWidth : 0
        width: Math.round(page.settings.channelListWidth * Theme.listScale)
        height: parent.height
        active: page.listInline
        sourceComponent: listComponent
    }

    FocusScope {
        id: middle

        anchors.left: parent.left
        anchors.leftMargin: page.start
        anchors.right: page.wide && page.panelOpen ? panelLoader.left : parent.right
        height: parent.height
        visible: page.listInline || !page.panelOpen
        focus: true

        ChannelHeader {
            id: header

            width: parent.width
            session: page.session
            showsDrawerButton: !page.listInline
            panel: page.panel
            onDrawerRequested: drawer.open()
            onPanelToggled: name => page.togglePanel(name)
        }
        Strip {
            id: strip

            anchors.top: header.bottom
            width: parent.width
            height: visible ? implicitHeight : 0
            visible: page.session.lineText.length > 0
            iconName: "wifi-off"
            text: page.session.lineText
            detail: page.session.retryInSeconds > 0 ? qsTr("Next try in %n s.", "seconds", page.session.retryInSeconds) : ""
            actionText: page.session.retryInSeconds > 0 ? qsTr("Try now") : ""
            onAction: page.session.retryNow()
        }
        Conversation {
            id: conversation

            receiving: drop.offered
            anchors.top: strip.bottom
            anchors.bottom: parent.bottom
            width: parent.width
            focus: true
            session: page.session
            spelling: page.spelling
            watched: page.watched
            windowHeight: page.height
            onBrowseRequested: browse.open()
            onThreadRequested: messageId => page.session.openThread(messageId)
        }
        Loader {
            anchors.top: strip.bottom
            anchors.topMargin: Theme.spacingM
            width: parent.width
            active: page.session.notice.length > 0
            sourceComponent: Item {
                Toast {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: page.session.notice
                    iconName: page.session.noticeIsGood ? "circle-check" : "circle-alert"
                    iconColor: page.session.noticeIsGood ? Theme.success : Theme.danger
                    onDismissed: page.session.dismissNotice()
                }
            }
        }
    }

    Loader {
        id: panelLoader

        function close() {
            page.panel = "";
            middle.forceActiveFocus();
        }

        // By name: what is in a panel is read when somebody opens it.
        function load() {
            if (page.panel.length === 0) {
                source = "";
                return;
            }
            const properties = { session: page.session, replacesTimeline: !page.listInline };
            if (page.panel === "thread")
                properties["spelling"] = page.spelling;
            setSource(`workspace/${page.panel[0].toUpperCase()}${page.panel.slice(1)}Panel.qml`, properties);
        }

        anchors.right: parent.right
        width: page.listInline ? Math.min(page.settings.panelWidth, parent.width - page.start) : parent.width - page.start
        height: parent.height
        onLoaded: {
            const opened = item as Panel;
            opened.replacesTimeline = Qt.binding(() => !page.listInline);
            opened.closed.connect(panelLoader.close);
            const members = item as MembersPanel;
            if (members)
                members.personChosen.connect(page.session.openDirect);
            // The focus does not go with a panel that had it.
            if (activeFocus)
                opened.forceActiveFocus();
        }
        onItemChanged: if (!item && activeFocus) middle.forceActiveFocus()
    }

    // Anywhere in the window; the target shows where the files will go.
    DropTarget {
        id: drop

        anchors.fill: parent
        session: page.session
        target: middle
        reserved: conversation.composerSpace
        onTaken: middle.forceActiveFocus()
    }

    SplitHandle {
        visible: page.listInline
        anchors.horizontalCenter: listColumn.right
        height: parent.height
        value: listColumn.width
        minimum: Math.round(Theme.channelListMinimum * Theme.listScale)
        maximum: Math.round(Theme.channelListMaximum * Theme.listScale)
        text: qsTr("Width of the channel list")
        onMoved: value => page.settings.channelListWidth = Math.round(value / Theme.listScale)
    }

    SplitHandle {
        visible: page.listInline && page.panelOpen
        anchors.horizontalCenter: panelLoader.left
        height: parent.height
        trailing: true
        value: page.settings.panelWidth
        minimum: Theme.panelMinimum
        maximum: Theme.panelMaximum
        text: qsTr("Width of the right panel")
        onMoved: value => page.settings.panelWidth = value
    }

    OnDemand {
        id: drawer

        function close() {
            if (item)
                (item as Drawer).close();
        }

        sourceComponent: Drawer {
            id: pane

            width: Math.min(page.width, Theme.railWidth + Math.round(Theme.channelListWidth * Theme.listScale))

            contentItem: FocusScope {
                focus: true

                Loader {
                    width: Theme.railWidth
                    height: parent.height
                    anchors.left: parent.left
                    active: pane.visible
                    sourceComponent: railComponent
                }
                Loader {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.railWidth
                    focus: true
                    active: pane.visible
                    sourceComponent: listComponent
                }
            }
        }
    }

    Component {
        id: railComponent

        Rail {
            accounts: page.accounts
            session: page.session
            onAccountChosen: row => page.accountChosen(row)
            onAddRequested: page.accountAddRequested()
            onSettingsRequested: {
                drawer.close();
                page.openSettings("profile");
            }
        }
    }
    Component {
        id: listComponent

        ChannelListPane {
            focus: true
            session: page.session
            onChosen: drawer.close()
            onSwitcherRequested: switcher.open()
            onCreateRequested: create.open()
            onBrowseRequested: browse.open()
            onNewMessageRequested: newMessage.open()
        }
    }

    // By name: what is in it is read when somebody opens it.
    Loader {
        id: settingsLoader

        function close() {
            source = "";
            middle.forceActiveFocus();
        }

        anchors.fill: parent
        anchors.leftMargin: page.railInline ? Theme.railWidth : 0
        onLoaded: (item as SettingsPage).closed.connect(settingsLoader.close)
    }

    DialogLoader {
        id: create

        name: "CreateChannelDialog"
        session: page.session
    }
    DialogLoader {
        id: browse

        name: "BrowseChannelsDialog"
        session: page.session
        onLoaded: (item as BrowseChannelsDialog).createRequested.connect(create.open)
    }
    DialogLoader {
        id: switcher

        name: "QuickSwitcher"
        session: page.session
    }
    DialogLoader {
        id: newMessage

        name: "NewMessageDialog"
        session: page.session
    }
}
