// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/api_error.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/** Why an account was not made, beside the field that it is about: a sentence that says what to do. Main thread. */
class SignUpErrors : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the welcome controller")
    Q_PROPERTY(QString username READ username NOTIFY changed FINAL)
    Q_PROPERTY(QString email READ email NOTIFY changed FINAL)
    Q_PROPERTY(QString displayName READ displayName NOTIFY changed FINAL)
    Q_PROPERTY(QString password READ password NOTIFY changed FINAL)
    Q_PROPERTY(QString inviteCode READ inviteCode NOTIFY changed FINAL)
    /** About none of them. */
    Q_PROPERTY(QString other READ other NOTIFY changed FINAL)

public:
    using QObject::QObject;

    QString username() const { return m_texts[Username]; }
    QString email() const { return m_texts[Email]; }
    QString displayName() const { return m_texts[DisplayName]; }
    QString password() const { return m_texts[Password]; }
    QString inviteCode() const { return m_texts[InviteCode]; }
    QString other() const { return m_texts[Other]; }

    void clear();
    /** What the server said. @p wasUninvited: no invite code was given. */
    void take(const ApiError &fault, bool wasUninvited);

signals:
    void changed();

private:
    enum Field { Username, Email, DisplayName, Password, InviteCode, Other, kFields };
    static Field fieldOf(const ApiError &fault);
    static QString textOf(Field field, const ApiError &fault, bool wasUninvited);

    QString m_texts[kFields];
};

} // namespace plexi::app
