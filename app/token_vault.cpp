// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token_vault.h"

#include "app/cache/cache.h"

#include <QPointer>

namespace plexi::app {

TokenVault::TokenVault(const QString &service, const QString &file, AppSettings *settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_keychain(service), m_file(file)
{
}

QCoro::Task<> TokenVault::find()
{
    const QPointer<TokenVault> self(this);
    if (m_isKnown)
        co_return;
    const bool hasKeychain = co_await m_keychain.isUsable();
    if (!self)
        co_return;
    m_isKnown = true;
    if (hasKeychain) {
        m_storage = Storage::Keychain;
    } else {
        switch (m_settings->tokenChoice()) {
        case AppSettings::TokenChoice::Ask:
            m_storage = Storage::NeedsChoice;
            break;
        case AppSettings::TokenChoice::File:
            m_storage = Storage::File;
            break;
        case AppSettings::TokenChoice::SessionOnly:
            m_storage = Storage::SessionOnly;
            break;
        }
    }
    emit storageChanged();
}

void TokenVault::choose(Storage storage)
{
    // Where there is a keychain, nothing worse is offered.
    if (m_storage == Storage::Keychain || storage == Storage::Keychain || storage == Storage::NeedsChoice)
        return;
    m_settings->setTokenChoice(storage == Storage::File ? AppSettings::TokenChoice::File
                                                        : AppSettings::TokenChoice::SessionOnly);
    m_storage = storage;
    emit storageChanged();
}

TokenStore &TokenVault::store()
{
    switch (m_storage) {
    case Storage::Keychain:
        return m_keychain;
    case Storage::File:
        return m_file;
    case Storage::NeedsChoice:
    case Storage::SessionOnly:
        break;
    }
    return m_memory;
}

QCoro::Task<> TokenVault::forget(QString key)
{
    const QPointer<TokenVault> self(this);
    co_await m_memory.remove(key);
    if (!self)
        co_return;
    co_await m_file.remove(key);
    if (self && m_storage == Storage::Keychain)
        co_await m_keychain.remove(key);
}

QCoro::Task<std::optional<QByteArray>> TokenVault::cacheKey(QString key)
{
    const QPointer<TokenVault> self(this);
    if (m_storage != Storage::Keychain && m_storage != Storage::File)
        co_return std::nullopt;
    const auto known = co_await store().loadCacheKey(key);
    if (!self || !known)
        co_return std::nullopt;
    if (*known && (*known)->size() == cache::Database::kKeySize)
        co_return *known;
    QByteArray made = Cache::newKey();
    const Result<> saved = co_await store().saveCacheKey(key, made);
    co_return saved ? std::optional(made) : std::nullopt;
}

QCoro::Task<> TokenVault::forgetCacheKey(QString key)
{
    const QPointer<TokenVault> self(this);
    co_await m_file.removeCacheKey(key);
    if (self && m_storage == Storage::Keychain)
        co_await m_keychain.removeCacheKey(key);
}

} // namespace plexi::app
