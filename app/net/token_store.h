// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/protocol/session.h"

#include <QCoroTask>
#include <QHash>
#include <QString>

#include <memory>
#include <optional>

namespace plexi::app {

/** Keeps the tokens of accounts. @c key names an account: "user@http://host:port". Main thread. */
class TokenStore
{
public:
    virtual ~TokenStore() = default;

    /** Nothing where there is none. */
    virtual QCoro::Task<Result<std::optional<protocol::Tokens>>> load(QString key) = 0;
    virtual QCoro::Task<Result<>> save(QString key, protocol::Tokens tokens) = 0;
    /** No fault where there was none. */
    virtual QCoro::Task<Result<>> remove(QString key) = 0;
};

/** The operating system's keychain, by QtKeychain. */
class KeychainTokenStore : public TokenStore
{
public:
    /** @p service separates profiles: "plexichat" or "plexichat-NAME". */
    explicit KeychainTokenStore(QString service) : m_service(std::move(service)) { }

    /** Asks the keychain for something that is not there: true where it answers. */
    QCoro::Task<bool> isUsable();

    QCoro::Task<Result<std::optional<protocol::Tokens>>> load(QString key) override;
    QCoro::Task<Result<>> save(QString key, protocol::Tokens tokens) override;
    QCoro::Task<Result<>> remove(QString key) override;

private:
    QString m_service;
};

/** A file that only this user may read (mode 0600), written to a temporary name and renamed. */
class FileTokenStore : public TokenStore
{
public:
    explicit FileTokenStore(QString path) : m_path(std::move(path)) { }

    QCoro::Task<Result<std::optional<protocol::Tokens>>> load(QString key) override;
    QCoro::Task<Result<>> save(QString key, protocol::Tokens tokens) override;
    QCoro::Task<Result<>> remove(QString key) override;

private:
    Result<QJsonObject> read() const;
    Result<> write(const QJsonObject &all) const;

    QString m_path;
};

/** In memory: gone when the program ends. */
class SessionTokenStore : public TokenStore
{
public:
    QCoro::Task<Result<std::optional<protocol::Tokens>>> load(QString key) override;
    QCoro::Task<Result<>> save(QString key, protocol::Tokens tokens) override;
    QCoro::Task<Result<>> remove(QString key) override;

private:
    QHash<QString, protocol::Tokens> m_tokens;
};

} // namespace plexi::app
