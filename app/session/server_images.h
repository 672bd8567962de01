// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/api_client.h"

#include <QCache>
#include <QObject>

#include <functional>

namespace plexi::app {

/**
 * Small pictures of files, and people's own, as the server has them; those that were asked for last are kept in memory. One
 * request for each picture is under way at a time. Main thread, owned by the session.
 */
class ServerImages : public QObject
{
    Q_OBJECT

public:
    /** The encoded picture; empty where it cannot be had. */
    using Taken = std::function<void(const QByteArray &)>;
    /** Bytes. */
    static constexpr qsizetype kMemory = qsizetype(8) * 1024 * 1024;

    /** @p api must outlive this. */
    explicit ServerImages(ApiClient *api, QObject *parent = nullptr) : QObject(parent), m_api(api), m_known(kMemory) { }
    /** Answers everybody who still waits. */
    ~ServerImages() override;

    /** @p name: "file/ID", "large/ID" (of a file), or "person/ID" with anything behind another slash. */
    void take(const QString &name, Taken taken);

private:
    QCoro::Task<> fetch(QString name);

    ApiClient *m_api;
    QCache<QString, QByteArray> m_known;
    QMultiHash<QString, Taken> m_waiting;
};

} // namespace plexi::app
