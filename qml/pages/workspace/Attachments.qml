// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

// The files of a message: pictures beside each other, the others below each other.
Flow {
    id: attachments

    // FileCards.
    required property var cards

    signal saveRequested(string fileId, string name)
    signal pictureRequested(fileCard card)

    spacing: Theme.spacingS

    Repeater {
        model: attachments.cards

        Loader {
            id: slot

            required property fileCard modelData

            sourceComponent: modelData.pictured ? picture : file

            Component {
                id: picture

                PictureTile {
                    card: slot.modelData
                    maximumWidth: attachments.width
                    onClicked: attachments.pictureRequested(slot.modelData)
                }
            }
            Component {
                id: file

                FileTile {
                    card: slot.modelData
                    width: Math.min(implicitWidth, attachments.width)
                    onSaveRequested: attachments.saveRequested(card.fileId, card.name)
                }
            }
        }
    }
}
