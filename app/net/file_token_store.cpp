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

Result<QJsonObject> FileTokenStore::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::internal(u"Cannot read the file of tokens: %1"_s.arg(file.errorString())));
    // A file that was damaged holds nothing of use: the person signs in again.
    return protocol::parseObject(file.readAll()).value_or(QJsonObject());
}

Result<> FileTokenStore::write(const QJsonObject &all) const
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

QCoro::Task<Result<std::optional<protocol::Tokens>>> FileTokenStore::load(QString key)
{
    const auto all = read();
    if (!all)
        co_return fail(all.error());
    const auto tokens = protocol::Tokens::fromJson(all->value(key).toObject());
    co_return tokens ? std::optional(*tokens) : std::nullopt;
}

QCoro::Task<Result<>> FileTokenStore::save(QString key, protocol::Tokens tokens)
{
    auto all = read();
    if (!all)
        co_return fail(all.error());
    all->insert(key, tokens.toJson());
    co_return write(*all);
}

QCoro::Task<Result<>> FileTokenStore::remove(QString key)
{
    auto all = read();
    if (!all)
        co_return fail(all.error());
    if (!all->contains(key))
        co_return Result<>{};
    all->remove(key);
    co_return write(*all);
}

QCoro::Task<Result<std::optional<protocol::Tokens>>> SessionTokenStore::load(QString key)
{
    const auto found = m_tokens.constFind(key);
    co_return found == m_tokens.constEnd() ? std::nullopt : std::optional(*found);
}

QCoro::Task<Result<>> SessionTokenStore::save(QString key, protocol::Tokens tokens)
{
    m_tokens.insert(key, tokens);
    co_return Result<>{};
}

QCoro::Task<Result<>> SessionTokenStore::remove(QString key)
{
    m_tokens.remove(key);
    co_return Result<>{};
}

} // namespace plexi::app
