// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/api_keys.h"

#include "app/net/error_text.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

constexpr qint64 kSecondsADay = qint64(24) * 60 * 60;

QStringList namesOf(ApiKeys::Scope scope)
{
    switch (scope) {
    case ApiKeys::Read:
        return {u"read"_s};
    case ApiKeys::ReadAndWrite:
        return {u"read"_s, u"write"_s};
    case ApiKeys::Administer:
        break;
    }
    return {u"read"_s, u"write"_s, u"admin"_s};
}

} // namespace

void ApiKeys::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    emit changed();
}

void ApiKeys::load()
{
    m_error.clear();
    m_made.clear();
    runLoad();
}

QCoro::Task<> ApiKeys::runLoad()
{
    const QPointer<ApiKeys> self(this);
    setBusy(true);
    const ApiResult<QList<protocol::ApiKey>> keys = co_await m_api->apiKeys();
    if (!self)
        co_return;
    if (keys)
        m_keys.setKeys(*keys);
    else
        m_error = errorText(keys.error());
    setBusy(false);
}

void ApiKeys::begin()
{
    m_makeError.clear();
    m_isPasswordNeeded = false;
    emit changed();
}

void ApiKeys::make(const QString &name, Scope scope, int days, const QString &password)
{
    if (m_isBusy || name.trimmed().isEmpty())
        return;
    protocol::NewApiKey wanted{.name = name.trimmed(), .permissions = namesOf(scope), .expiresAt = std::nullopt};
    if (days > 0)
        wanted.expiresAt = Timestamp::now().plusSeconds(days * kSecondsADay);
    m_makeError.clear();
    runMake(std::move(wanted), password);
}

QCoro::Task<> ApiKeys::runMake(protocol::NewApiKey wanted, QString password)
{
    const QPointer<ApiKeys> self(this);
    setBusy(true);
    if (!password.isEmpty()) {
        const ApiResult<> proven = co_await m_api->reauthenticate(password);
        if (!self)
            co_return;
        if (!proven) {
            failToMake(proven.error());
            co_return;
        }
    }
    const ApiResult<protocol::ApiKey> key = co_await m_api->makeApiKey(wanted);
    if (!self)
        co_return;
    if (!key) {
        failToMake(key.error());
        co_return;
    }
    m_made = key->key.value_or(QString());
    m_keys.add(*key);
    setBusy(false);
    emit keyMade();
}

void ApiKeys::failToMake(const ApiError &fault)
{
    if (fault.isRefusedFor(ErrorCode::ReauthenticationRequired))
        m_isPasswordNeeded = true;
    else if (fault.isRefusedFor(ErrorCode::InvalidCredentials))
        m_makeError = tr("The password is wrong.");
    else if (fault.isRefusedFor(ErrorCode::InsufficientPermissions))
        m_makeError = tr("Only administrators can make a key that administers.");
    else if (fault.isRefusedFor(ErrorCode::Conflict))
        m_makeError = tr("You have too many keys. Revoke one first.");
    else
        m_makeError = errorText(fault);
    setBusy(false);
}

void ApiKeys::forgetMade()
{
    m_made.clear();
    emit changed();
}

void ApiKeys::revoke(const QString &keyId)
{
    const auto id = ApiKeyId::fromString(keyId);
    if (!id || m_isBusy)
        return;
    m_error.clear();
    runRevoke(*id);
}

QCoro::Task<> ApiKeys::runRevoke(ApiKeyId id)
{
    const QPointer<ApiKeys> self(this);
    setBusy(true);
    const ApiResult<> revoked = co_await m_api->revokeApiKey(id);
    if (!self)
        co_return;
    if (revoked || revoked.error().isGone())
        m_keys.remove(id);
    else
        m_error = errorText(revoked.error());
    setBusy(false);
}

} // namespace plexi::app
