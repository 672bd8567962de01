// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import PlexiChat
import PlexiChat.App

Column {
    id: section

    required property Session session

    readonly property AccountSettings account: session.account

    spacing: Theme.spacingL

    Loader {
        id: chooser

        active: false
        sourceComponent: FileDialog {
            id: dialog

            title: qsTr("Choose a picture")
            nameFilters: [qsTr("Pictures (%1)").arg("*.png *.jpg *.jpeg *.gif *.webp")]
            Component.onCompleted: open()
            onAccepted: {
                section.account.saveAvatar(dialog.selectedFile);
                chooser.active = false;
            }
            onRejected: chooser.active = false
        }
    }
    Title {
        anchors.left: parent.left
        text: qsTr("Profile")
    }
    Card {
        width: parent.width

        Item {
            width: parent.width
            height: form.height + 2 * Theme.spacingL

            Avatar {
                id: avatar

                anchors.left: parent.left
                anchors.leftMargin: Theme.spacingL
                y: Theme.spacingL
                size: Theme.avatarProfile
                initials: section.session.initials
                picture: section.session.avatar
            }
            Column {
                id: form

                anchors.left: avatar.right
                anchors.leftMargin: Theme.spacingL
                anchors.right: parent.right
                anchors.rightMargin: Theme.spacingL
                y: Theme.spacingL
                spacing: Theme.spacingL

                Row {
                    spacing: Theme.spacingS

                    Button {
                        variant: Button.Outlined
                        enabled: !section.account.busy
                        text: section.session.avatar.length > 0 ? qsTr("Change picture…") : qsTr("Choose a picture…")
                        onClicked: chooser.active = true
                    }
                    Button {
                        variant: Button.Outlined
                        visible: section.session.avatar.length > 0
                        enabled: !section.account.busy
                        text: qsTr("Remove picture")
                        onClicked: section.account.removeAvatar()
                    }
                }
                TextField {
                    id: name

                    width: parent.width
                    focus: true
                    label: qsTr("Your name")
                    text: section.session.displayName
                    maximumLength: Theme.nameLength
                    hint: qsTr("As everybody in this workspace sees it.")
                    error: section.account.profileError
                    onAccepted: save.clicked()
                }
                TextField {
                    width: parent.width
                    label: qsTr("User name")
                    text: "@" + section.session.username
                    readOnly: true
                    hint: qsTr("By this you sign in and are mentioned.")
                }
                Button {
                    id: save

                    enabled: !section.account.busy && name.text.trim().length > 0 && name.text.trim() !== section.session.displayName
                    text: qsTr("Save")
                    onClicked: section.account.saveDisplayName(name.text)
                }
            }
        }
    }
}
