// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QString>

namespace plexi::services {

/** The file that holds the first admin's random password (mode 0600) until that password is changed. */
class InitialAdminPassword
{
public:
    static constexpr QLatin1StringView kUsername{"admin"};

    explicit InitialAdminPassword(const QString &dataDirectory);

    const QString &path() const { return m_path; }
    Result<> write(const QString &password) const;
    /** To be called once a person's password was changed; does nothing unless it was the first admin's. */
    void forgetFor(const QString &username) const;

private:
    QString m_path;
};

} // namespace plexi::services
