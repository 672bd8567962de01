// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/token_store.h"

#include "shared/protocol/json_reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace plexi::app {

Result<QJsonObject> FileTokenStore::readAll() const
{
    QFile file(m_path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::internal(u"Cannot read the file of tokens: %1"_s.arg(file.errorString())));
    // A file that was damaged holds nothing of use: the person signs in again.
    return protocol::parseObject(file.readAll()).value_or(QJsonObject());
}

Result<> FileTokenStore::writeAll(const QJsonObject &all) const
{
    constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    // QSaveFile makes its temporary file with mode 0600 and gives the result the mode of what it replaces.
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnerOnly)
        && file.write(QJsonDocument(all).toJson(QJsonDocument::Compact)) > 0 && file.commit()
        && QFile::setPermissions(m_path, kOwnerOnly);
    if (!written)
        return fail(Error::internal(u"Cannot write the file of tokens: %1"_s.arg(file.errorString())));
    return {};
}

QCoro::Task<Result<std::optional<QJsonObject>>> FileTokenStore::read(QString name)
{
    const auto all = readAll();
    if (!all)
        co_return fail(all.error());
    if (!all->contains(name))
        co_return std::nullopt;
    co_return std::optional(all->value(name).toObject());
}

QCoro::Task<Result<>> FileTokenStore::write(QString name, QJsonObject secret)
{
    auto all = readAll();
    if (!all)
        co_return fail(all.error());
    all->insert(name, secret);
    co_return writeAll(*all);
}

QCoro::Task<Result<>> FileTokenStore::erase(QString name)
{
    auto all = readAll();
    if (!all)
        co_return fail(all.error());
    if (!all->contains(name))
        co_return Result<>{};
    all->remove(name);
    co_return writeAll(*all);
}

QCoro::Task<Result<std::optional<QJsonObject>>> SessionTokenStore::read(QString name)
{
    const auto found = m_secrets.constFind(name);
    co_return found == m_secrets.constEnd() ? std::nullopt : std::optional(*found);
}

QCoro::Task<Result<>> SessionTokenStore::write(QString name, QJsonObject secret)
{
    m_secrets.insert(name, secret);
    co_return Result<>{};
}

QCoro::Task<Result<>> SessionTokenStore::erase(QString name)
{
    m_secrets.remove(name);
    co_return Result<>{};
}

} // namespace plexi::app
