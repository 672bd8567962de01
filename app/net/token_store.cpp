// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/token_store.h"

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

QString cacheName(const QString &key)
{
    return "cache "_L1 + key;
}

} // namespace

QCoro::Task<Result<std::optional<protocol::Tokens>>> TokenStore::load(QString key)
{
    const auto secret = co_await read(key);
    if (!secret)
        co_return fail(secret.error());
    if (!*secret)
        co_return std::nullopt;
    // What was damaged is of no use: the person signs in again.
    const auto tokens = protocol::Tokens::fromJson(**secret);
    co_return tokens ? std::optional(*tokens) : std::nullopt;
}

QCoro::Task<Result<>> TokenStore::save(QString key, protocol::Tokens tokens)
{
    QJsonObject secret = tokens.toJson();
    return write(std::move(key), std::move(secret));
}

QCoro::Task<Result<>> TokenStore::remove(QString key)
{
    return erase(std::move(key));
}

QCoro::Task<Result<std::optional<QByteArray>>> TokenStore::loadCacheKey(QString key)
{
    const QString name = cacheName(key);
    const auto secret = co_await read(name);
    if (!secret)
        co_return fail(secret.error());
    if (!*secret)
        co_return std::nullopt;
    co_return std::optional(QByteArray::fromBase64((*secret)->value("key"_L1).toString().toLatin1()));
}

QCoro::Task<Result<>> TokenStore::saveCacheKey(QString key, QByteArray cacheKey)
{
    QJsonObject secret{{"key"_L1, QString::fromLatin1(cacheKey.toBase64())}};
    return write(cacheName(key), std::move(secret));
}

QCoro::Task<Result<>> TokenStore::removeCacheKey(QString key)
{
    return erase(cacheName(key));
}

} // namespace plexi::app
