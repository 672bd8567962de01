// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/** One emoji under a message, as a timeline shows it. */
struct ReactionPill {
    Q_GADGET
    QML_VALUE_TYPE(reactionPill)
    Q_PROPERTY(QString emoji MEMBER emoji CONSTANT FINAL)
    Q_PROPERTY(int count MEMBER count CONSTANT FINAL)
    /** The person is among those who reacted. */
    Q_PROPERTY(bool own MEMBER isOwn CONSTANT FINAL)
    /** Who reacted, as a sentence's part: "Ann, Bob and 3 others". */
    Q_PROPERTY(QString names MEMBER names CONSTANT FINAL)

public:
    QString emoji;
    int count = 0;
    bool isOwn = false;
    QString names;

    friend bool operator==(const ReactionPill &, const ReactionPill &) = default;
};

} // namespace plexi::app
