// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/cache.h"
#include "app/net/api_client.h"

#include <QCache>
#include <QObject>

#include <functional>

namespace plexi::app {

/**
 * Small pictures of files, and people's own, as the server has them; those that were asked for last are kept in memory, and
 * more of them in the cache. One request for each picture is under way at a time. Main thread, owned by the session.
 *
 * Their addresses name the account, since files and people of two servers may have the same ids.
 */
class ServerImages : public QObject
{
    Q_OBJECT

public:
    /** The encoded picture; empty where it cannot be had. */
    using Taken = std::function<void(const QByteArray &)>;
    /** Bytes. */
    static constexpr qsizetype kMemory = qsizetype(8) * 1024 * 1024;

    /** Both must outlive this. @p account: see accountOf(). */
    ServerImages(ApiClient *api, Cache *cache, QString account, QObject *parent = nullptr)
        : QObject(parent), m_api(api), m_cache(cache), m_account(std::move(account)), m_known(kMemory)
    {
    }
    /** Answers everybody who still waits. */
    ~ServerImages() override;

    /** A name for the account of @p self at the server of this address: the same each time, and it tells nothing of either. */
    static QString accountOf(const QString &server, UserId self);
    const QString &account() const { return m_account; }
    /** What is before the names of its pictures: "image://server/ACCOUNT/". */
    QString address() const { return QStringLiteral("image://server/") + m_account + u'/'; }

    /** @p name: "file/ID", "large/ID" (of a file), or "person/ID" with anything behind another slash. */
    void take(const QString &name, Taken taken);
    /** Bytes, in the cache. */
    qint64 keptSize();
    /** Lets go of all of them, here and in the cache. */
    void clear();

private:
    /** Empty where it is not there. */
    QByteArray fromCache(const QString &name);
    void keep(const QString &name, const QByteArray &picture);
    QCoro::Task<> fetch(QString name);

    ApiClient *m_api;
    Cache *m_cache;
    QString m_account;
    QCache<QString, QByteArray> m_known;
    QMultiHash<QString, Taken> m_waiting;
};

} // namespace plexi::app
