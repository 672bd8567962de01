// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/markdown.h"

#include <QMetaType>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/** A TextPart, for QML. */
struct MessagePart {
    Q_GADGET
    QML_VALUE_TYPE(messagePart)
    /** A TimelineModel::Part. */
    Q_PROPERTY(int kind READ kind CONSTANT FINAL)
    Q_PROPERTY(QString html READ html CONSTANT FINAL)
    Q_PROPERTY(QString plain READ plain CONSTANT FINAL)
    Q_PROPERTY(QString language READ language CONSTANT FINAL)

public:
    int kind() const { return static_cast<int>(part.kind); }
    QString html() const { return part.html; }
    QString plain() const { return part.plain; }
    QString language() const { return part.language; }

    TextPart part = {};

    friend bool operator==(const MessagePart &, const MessagePart &) = default;
};

} // namespace plexi::app
