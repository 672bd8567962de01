// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/app_settings.h"
#include "app/net/token_store.h"

#include <QObject>

namespace plexi::app {

/** Knows where this profile may keep tokens: the keychain where there is one, else what the person has chosen. Main thread. */
class TokenVault : public QObject
{
    Q_OBJECT

public:
    enum class Storage {
        /** Tokens go to the system's keychain. */
        Keychain,
        /** There is none, and the person has not chosen yet: until then, tokens are kept for the session only. */
        NeedsChoice,
        File,
        SessionOnly,
    };

    /** @p settings remember the choice, and must outlive this. */
    TokenVault(const QString &service, const QString &file, AppSettings *settings, QObject *parent = nullptr);

    /** Asks whether there is a keychain; once, then the answer is known. */
    QCoro::Task<> find();
    Storage storage() const { return m_storage; }
    void choose(Storage storage);
    TokenStore &store();
    /** Removes the tokens of an account wherever they might be. */
    QCoro::Task<> forget(QString key);
    /**
     * The key of an account's cache, made at the first time. Nothing where there is no place to keep it until the next
     * start, or where the keychain does not say whether it has one.
     */
    QCoro::Task<std::optional<QByteArray>> cacheKey(QString key);
    /** The account signed out: with it, what is in the cache is of no use to anybody. */
    QCoro::Task<> forgetCacheKey(QString key);

signals:
    void storageChanged();

private:
    AppSettings *m_settings;
    KeychainTokenStore m_keychain;
    FileTokenStore m_file;
    SessionTokenStore m_memory;
    Storage m_storage = Storage::NeedsChoice;
    bool m_isKnown = false;
};

} // namespace plexi::app
