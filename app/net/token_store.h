// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/protocol/session.h"

#include <QCoroTask>
#include <QHash>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <optional>

namespace plexi::app {

/**
 * Keeps what is secret of accounts: their tokens, and the keys of their caches. @c key names an account:
 * "user@http://host:port". Main thread.
 */
class TokenStore
{
public:
    virtual ~TokenStore() = default;

    /** Nothing where there is none. */
    QCoro::Task<Result<std::optional<protocol::Tokens>>> load(QString key);
    QCoro::Task<Result<>> save(QString key, protocol::Tokens tokens);
    /** No fault where there was none. */
    QCoro::Task<Result<>> remove(QString key);

    // The key of the account's cache stands beside the tokens, since it outlives them: a session that ended leaves unsent
    // messages behind.
    QCoro::Task<Result<std::optional<QByteArray>>> loadCacheKey(QString key);
    QCoro::Task<Result<>> saveCacheKey(QString key, QByteArray cacheKey);
    QCoro::Task<Result<>> removeCacheKey(QString key);

protected:
    virtual QCoro::Task<Result<std::optional<QJsonObject>>> read(QString name) = 0;
    virtual QCoro::Task<Result<>> write(QString name, QJsonObject secret) = 0;
    virtual QCoro::Task<Result<>> erase(QString name) = 0;
};

/** The operating system's keychain, by QtKeychain. */
class KeychainTokenStore : public TokenStore
{
public:
    /** @p service separates profiles: "plexichat" or "plexichat-NAME". */
    explicit KeychainTokenStore(QString service) : m_service(std::move(service)) { }

    /** Asks the keychain for something that is not there: true where it answers. */
    QCoro::Task<bool> isUsable();

protected:
    QCoro::Task<Result<std::optional<QJsonObject>>> read(QString name) override;
    QCoro::Task<Result<>> write(QString name, QJsonObject secret) override;
    QCoro::Task<Result<>> erase(QString name) override;

private:
    QString m_service;
};

/** A file that only this user may read (mode 0600), written to a temporary name and renamed. */
class FileTokenStore : public TokenStore
{
public:
    explicit FileTokenStore(QString path) : m_path(std::move(path)) { }

protected:
    QCoro::Task<Result<std::optional<QJsonObject>>> read(QString name) override;
    QCoro::Task<Result<>> write(QString name, QJsonObject secret) override;
    QCoro::Task<Result<>> erase(QString name) override;

private:
    Result<QJsonObject> readAll() const;
    Result<> writeAll(const QJsonObject &all) const;

    QString m_path;
};

/** In memory: gone when the program ends. */
class SessionTokenStore : public TokenStore
{
protected:
    QCoro::Task<Result<std::optional<QJsonObject>>> read(QString name) override;
    QCoro::Task<Result<>> write(QString name, QJsonObject secret) override;
    QCoro::Task<Result<>> erase(QString name) override;

private:
    QHash<QString, QJsonObject> m_secrets;
};

} // namespace plexi::app
