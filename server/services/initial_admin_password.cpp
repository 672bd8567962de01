// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/initial_admin_password.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace plexi::services {

InitialAdminPassword::InitialAdminPassword(const QString &dataDirectory)
    : m_path(dataDirectory + "/initial-admin-password"_L1)
{
}

Result<> InitialAdminPassword::write(const QString &password) const
{
    const QByteArray line = password.toUtf8() + '\n';
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(line) != line.size() || !file.commit())
        return fail({.code = ErrorCode::ServiceUnavailable,
                     .message = u"%1 cannot be written: %2"_s.arg(m_path, file.errorString())});
    return {};
}

void InitialAdminPassword::forgetFor(const QString &username) const
{
    if (username == kUsername)
        QFile::remove(m_path);
}

} // namespace plexi::services
